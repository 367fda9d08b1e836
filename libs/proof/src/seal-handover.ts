import type { TenantTransaction } from '@odolog/db';
import { CompactSign } from 'jose';
import { createHash } from 'node:crypto';
import { signingKey, type KeyRequest } from './tenant-key.js';

/** What one tenant states about a vehicle that it hands over to another. */
export interface Handover {
  readonly transferId: string;
  readonly vehicleId: string;
  /** How far the history reached, and where its chain ended, in hex. */
  readonly origin: { readonly version: number; readonly chainHash: string };
  /** Content hashes of the events that went along, in hex and in their order. */
  readonly contentHashes: readonly string[];
  /** The origin that states it. */
  readonly issuer: string;
  readonly now: Date;
}

/**
 * States by the tenant's key which events it handed over: whoever has the tenant's public key can tell that these came from
 * a history that ended there. `events` is the SHA-256 of their content hashes one after the other, in base64url.
 *
 * @returns a compact JWS
 */
export async function sealHandover(
  trx: TenantTransaction,
  request: KeyRequest,
  { transferId, vehicleId, origin, contentHashes, issuer, now }: Handover,
): Promise<string> {
  const { publicKey, key } = await signingKey(trx, request);
  const events = createHash('sha256')
    .update(Buffer.from(contentHashes.join(''), 'hex'))
    .digest('base64url');
  const iat = Math.floor(now.getTime() / 1000);
  const claims = { iss: issuer, iat, jti: transferId, sub: vehicleId, ...origin, events };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid: publicKey.kid, typ: 'odolog-handover+jws' })
    .sign(key);
}
