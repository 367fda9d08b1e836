import type { Schema, TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql, type Selectable } from 'kysely';
import type { Caller } from '../http/contract.js';
import type { Import } from './imports.contract.js';

type Row = Selectable<Schema['imports']>;

const isInterrupted = sql<boolean>`answer ->> 'status' = 'interrupted'`;

/** The answer as it was kept; what happened since stands in columns of its own. */
export function importOf({ id, answer, createdAt, undoneAt }: Row): Import {
  const kept = answer as unknown as Import;
  return {
    ...kept,
    id,
    status: undoneAt ? 'undone' : kept.status,
    createdAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}

/** @throws Problem `not-found` */
export async function readImport(
  trx: TenantTransaction,
  tenantId: string,
  importId: string,
): Promise<Import> {
  const found = await findImport(trx, tenantId, importId);
  if (!found) throw new Problem('not-found');
  return found;
}

export async function findImport(
  trx: TenantTransaction,
  tenantId: string,
  importId: string,
): Promise<Import | undefined> {
  const row = await trx
    .selectFrom('imports')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', importId)
    .executeTakeFirst();
  return row && importOf(row);
}

/**
 * Says that an import begins, before its events are there: whatever happens then, it can be undone. One that was
 * interrupted begins again as it is.
 *
 * @returns false for one that was interrupted: some of its events may be there
 */
export async function beginImport(
  trx: TenantTransaction,
  { tenantId, userId }: Caller,
  answer: Import & { readonly id: string },
): Promise<boolean> {
  const { id, vehicleId, format, file } = answer;
  const kept = JSON.stringify(answer);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('imports')
    .values({ tenantId, id, vehicleId, format, fileName: file.name, answer: kept, createdBy: userId })
    .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes back that an import began: it was refused as a whole, and its key is free. */
export async function forgetImport(trx: TenantTransaction, tenantId: string, id: string): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('imports')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where(isInterrupted)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await trx.deleteFrom('idempotentRequests').where('tenantId', '=', tenantId).where('id', '=', id).execute();
}

/** Keeps the first answer: of two requests with one key the later one finds only duplicates. */
export async function keepAnswer(trx: TenantTransaction, tenantId: string, answer: Import): Promise<void> {
  await trx
    .updateTable('imports')
    .set({ answer: JSON.stringify(answer) })
    .where('tenantId', '=', tenantId)
    .where('id', '=', answer.id)
    .where(isInterrupted)
    .execute();
}
