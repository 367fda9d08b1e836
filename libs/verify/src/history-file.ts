import { sha256, toBase64Url, utf8 } from './bytes.js';

/** Names the layout of the file: one part or event a line, so that a damaged byte stays within the part that it damages. */
export const historyFormat = 'odolog-history/1';

/** An event as it goes into the file. */
export interface HistoryRecord {
  /** Place in the vehicle's stream, from 1. */
  readonly version: number;
  /** RFC 3339. */
  readonly recordedAt: string;
  /** `web`, `api`, `import:...` */
  readonly source: string;
  /** RFC 8785 canonical JSON of what the event states: the very bytes that its content hash covers. */
  readonly content: string;
  /** Hex, as `chainHash`. */
  readonly contentHash: string;
  readonly chainHash: string;
}

/** What a history consists of, before it is sealed. */
export interface History {
  readonly vehicle: { readonly id: string } & Readonly<Record<string, unknown>>;
  /** In the order of their versions. */
  readonly records: readonly HistoryRecord[];
}

/** Digests of every part (SHA-256, base64url): what the signature stands for. */
export interface Manifest {
  readonly vehicle: string;
  readonly version: number;
  /** Hex; of the last event, or of the vehicle's id when there is none. */
  readonly chainHash: string;
  readonly records: readonly string[];
}

/** A public Ed25519 key (RFC 8037); `kid` is its RFC 7638 thumbprint. */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** What the signature says, as a JWT would. */
export interface SealClaims {
  /** Who keeps the history: an origin. */
  readonly iss: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** The verification code. */
  readonly jti: string;
  /** The vehicle's id. */
  readonly sub: string;
  /** Digest of the manifest's line. */
  readonly manifest: string;
}

/** Signs claims as a compact JWS whose protected header is `sealHeader(kid)`. */
export interface Signer {
  readonly key: PublicKey;
  sign(claims: SealClaims): Promise<string>;
}

/** The protected header of every seal: the same text for the same key. */
export const sealHeader = (kid: string) => ({ alg: 'EdDSA', kid, typ: 'odolog-history+jws' }) as const;

/** One event, without the comma that parts it from the next. */
function recordLine(record: HistoryRecord): string {
  const { version, recordedAt, source, content, contentHash, chainHash } = record;
  return `{"version":${version},"recordedAt":"${recordedAt}","source":${JSON.stringify(source)},"content":${content},"contentHash":"${contentHash}","chainHash":"${chainHash}"}`;
}

/** Digest of a part of the file. */
export const digestOf = async (text: string): Promise<string> => toBase64Url(await sha256(utf8(text)));

/**
 * Writes and seals a history: JSON with the canonical content of every event, the chain, and a signature over all of it.
 *
 * @param chainHash hex; where the chain ends
 */
export async function writeHistory(
  { vehicle, records }: History,
  { chainHash, ...issue }: Pick<SealClaims, 'iss' | 'iat' | 'jti'> & { readonly chainHash: string },
  signer: Signer,
): Promise<string> {
  const facts = JSON.stringify(vehicle);
  const lines = records.map(recordLine);
  const manifest = JSON.stringify({
    vehicle: await digestOf(facts),
    version: records.length,
    chainHash,
    records: await Promise.all(lines.map(digestOf)),
  } satisfies Manifest);
  const signature = await signer.sign({ ...issue, sub: vehicle.id, manifest: await digestOf(manifest) });
  return [
    '{',
    `"format":"${historyFormat}",`,
    `"vehicle":${facts},`,
    '"events":[',
    ...lines.map((line, at) => (at < lines.length - 1 ? `${line},` : line)),
    '],',
    `"manifest":${manifest},`,
    `"key":${JSON.stringify(signer.key)},`,
    `"signature":"${signature}"`,
    '}',
    '',
  ].join('\n');
}
