import { fromBase64Url, textOf, toBase64Url, utf8 } from './bytes.js';
import { digestOf, sealHeader, type Manifest, type PublicKey, type SealClaims } from './history-file.js';
import type { ReadHistory } from './read-history.js';
import type { Fault } from './verdict.js';

export interface Seal {
  readonly claims: SealClaims;
  readonly key: PublicKey;
  readonly manifest: Manifest;
}

/** Whether the signature is the key's, and the manifest the signature's. */
export async function checkSeal(history: ReadHistory): Promise<Seal | Fault> {
  const { lines } = history;
  const key = await keyIn(history.key);
  if (!key) return { part: 'key', what: 'altered', line: lines.key };
  const claims = await claimsIn(history.signature, key);
  if (!claims) return { part: 'signature', what: 'altered', line: lines.signature };
  if ((await digestOf(history.manifest)) !== claims.manifest)
    return { part: 'manifest', what: 'altered', line: lines.manifest };
  return { claims, key, manifest: JSON.parse(history.manifest) as Manifest };
}

/** RFC 7638: what makes the key the one that it says it is. */
const thumbprintOf = ({ crv, kty, x }: Pick<PublicKey, 'crv' | 'kty' | 'x'>): Promise<string> =>
  digestOf(JSON.stringify({ crv, kty, x }));

/** The key in the form that it is published in. */
export async function publicKey(x: string): Promise<PublicKey> {
  const kid = await thumbprintOf({ crv: 'Ed25519', kty: 'OKP', x });
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
}

/** Undefined unless it is written exactly as it was published: a key that was altered has another thumbprint. */
async function keyIn(text: string): Promise<PublicKey | undefined> {
  const x = /"x":"([\w-]{43})"/.exec(text)?.[1];
  const key = x === undefined ? undefined : await publicKey(x);
  return key && JSON.stringify(key) === text ? key : undefined;
}

async function claimsIn(jws: string, { kid, x }: PublicKey): Promise<SealClaims | undefined> {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.');
  if (more.length > 0 || header !== toBase64Url(utf8(JSON.stringify(sealHeader(kid))))) return undefined;
  const [claims, sign, point] = [payload, signature, x].map(fromBase64Url);
  if (!claims || !sign || !point) return undefined;
  const key = await crypto.subtle.importKey('raw', point, { name: 'Ed25519' }, false, ['verify']);
  const isSigned = await crypto.subtle.verify({ name: 'Ed25519' }, key, sign, utf8(`${header}.${payload}`));
  return isSigned ? (JSON.parse(textOf(claims) ?? '') as SealClaims) : undefined;
}
