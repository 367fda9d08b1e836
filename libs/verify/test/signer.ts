import { createHash, type webcrypto } from 'node:crypto';
import { publicKey, sealHeader, type HistoryRecord, type SealClaims, type Signer } from '../src/index.js';

const base64Url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signer whose key can sign other things, too. */
export interface KeyPair extends Signer {
  readonly privateKey: webcrypto.CryptoKey;
}

/** A key of its own. */
export async function aSigner(): Promise<KeyPair> {
  const { publicKey: made, privateKey } = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const { x = '' } = await crypto.subtle.exportKey('jwk', made);
  const key = await publicKey(x);
  const sign = (claims: SealClaims) => signedBy({ privateKey }, sealHeader(key.kid), claims);
  return { key, privateKey, sign };
}

/** A compact JWS. */
export async function signedBy(
  { privateKey }: Pick<KeyPair, 'privateKey'>,
  header: object,
  claims: object,
): Promise<string> {
  const signed = `${base64Url(header)}.${base64Url(claims)}`;
  const signature = await crypto.subtle.sign('Ed25519', privateKey, Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}

const sha256 = (...parts: readonly (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Where the chain of a vehicle begins. */
export const genesisOf = (vehicleId: string): string =>
  sha256(Buffer.from(vehicleId.replaceAll('-', ''), 'hex')).toString('hex');

/** A chain over these contents. */
export function chained(vehicleId: string, contents: readonly object[]): HistoryRecord[] {
  let chain: Buffer = Buffer.from(genesisOf(vehicleId), 'hex');
  return contents.map((content, at) => {
    const text = JSON.stringify(content);
    const contentHash = sha256(text);
    chain = sha256(chain, contentHash);
    return {
      version: at + 1,
      recordedAt: '2026-03-01T11:00:00.000Z',
      source: 'web',
      content: text,
      contentHash: contentHash.toString('hex'),
      chainHash: chain.toString('hex'),
    };
  });
}
