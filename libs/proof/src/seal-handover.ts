import type { TenantTransaction } from '@odolog/db';
import { handoverDigests, handoverHeader, type HandoverClaims, type HistoryRecord } from '@odolog/verify';
import { CompactSign } from 'jose';
import { signingKey, type KeyRequest } from './tenant-key.js';

/** What one tenant states about a vehicle that it hands over to another. */
export interface Handover {
  readonly transferId: string;
  readonly vehicleId: string;
  /** How far the history reached, and where its chain ended, in hex. */
  readonly origin: { readonly version: number; readonly chainHash: string };
  /** What went along, in its order. */
  readonly events: readonly Pick<HistoryRecord, 'contentHash' | 'source' | 'recordedAt'>[];
  /** The origin that states it. */
  readonly issuer: string;
  readonly now: Date;
}

/**
 * States by the tenant's key which events it handed over, and when each was first recorded: whoever has the tenant's public
 * key can tell that these came from a history that ended there.
 *
 * @returns a compact JWS
 */
export async function sealHandover(
  trx: TenantTransaction,
  request: KeyRequest,
  { transferId, vehicleId, origin, events, issuer, now }: Handover,
): Promise<string> {
  const { publicKey, key } = await signingKey(trx, request);
  const claims: HandoverClaims = {
    iss: issuer,
    iat: Math.floor(now.getTime() / 1000),
    jti: transferId,
    sub: vehicleId,
    ...origin,
    ...(await handoverDigests(events)),
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(handoverHeader(publicKey))
    .sign(key);
}
