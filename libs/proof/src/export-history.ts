import type { TenantTransaction } from '@odolog/db';
import { canonicalContent, readStream, readStreamVersion, type StoredEvent } from '@odolog/event-store';
import { writeHistory, type HistoryRecord } from '@odolog/verify';
import { createHash } from 'node:crypto';
import { tenantSigner, type KeyRequest } from './tenant-key.js';
import { requireUnchanged } from './require-unchanged.js';
import { newVerificationCode } from './verification-code.js';

/** A sealed history, and the row that is kept of it. */
export interface IssuedHistory {
  readonly code: string;
  readonly file: string;
  /** How many events it holds: the version of the stream. */
  readonly version: number;
}

/** What is exported, and from where. */
export interface ExportRequest extends KeyRequest {
  readonly vehicle: { readonly id: string } & Readonly<Record<string, unknown>>;
  /** The origin that the export names as its issuer. */
  readonly issuer: string;
  readonly now: Date;
}

/**
 * Seals the whole history of a vehicle, with everything that was corrected, retracted or voided, and keeps that it did:
 * the code leads to where the chain ended.
 * @throws Problem `history-altered`
 */
export async function exportHistory(trx: TenantTransaction, request: ExportRequest): Promise<IssuedHistory> {
  const { tenantId, userId, vehicle, issuer, now } = request;
  await requireUnchanged(trx, vehicle.id);
  const version = (await readStreamVersion(trx, vehicle.id)) ?? 0;
  const records = (await readStream(trx, vehicle.id, { limit: version })).map(recordOf);
  const chainHash = records.at(-1)?.chainHash ?? genesisOf(vehicle.id);
  const signer = await tenantSigner(trx, request);
  const code = newVerificationCode();
  const issue = { iss: issuer, iat: Math.floor(now.getTime() / 1000), jti: code, chainHash };
  const file = await writeHistory({ vehicle, records }, issue, signer);
  await trx
    .insertInto('historyExports')
    .values({
      tenantId,
      vehicleId: vehicle.id,
      code,
      version: records.length,
      chainHash: Buffer.from(chainHash, 'hex'),
      keyId: signer.key.kid,
      issuedAt: now,
      issuedBy: userId,
    })
    .execute();
  return { code, file, version: records.length };
}

function recordOf(event: StoredEvent): HistoryRecord {
  const { version, recordedAt, source, contentHash, chainHash } = event;
  return { version, recordedAt, source, content: canonicalContent(event), contentHash, chainHash };
}

/** What a chain without events ends in, as it began. */
const genesisOf = (vehicleId: string): string =>
  createHash('sha256')
    .update(Buffer.from(vehicleId.replaceAll('-', ''), 'hex'))
    .digest('hex');
