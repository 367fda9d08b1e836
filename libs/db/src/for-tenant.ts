import { sql, type Transaction } from 'kysely';
import { askingAtOnce } from './asking-at-once.js';
import type { Database } from './database.js';
import type { Schema } from './schema.gen.js';

/** A transaction that sees the rows of one tenant. What is asked of it at once, by `Promise.all`, leaves in one packet. */
export type TenantTransaction = Transaction<Schema>;

/**
 * The only way to a tenant's rows: BEGIN, the tenant for this transaction, the work, COMMIT. Row-level security does
 * the rest; without a tenant no row is visible. A rejection of `work` rolls back.
 */
export async function forTenant<Result>(
  db: Database,
  tenantId: string,
  work: (trx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  return db.kysely.transaction().execute((inTurn) =>
    askingAtOnce(db, inTurn, async (trx) => {
      await sql`SELECT app.set_tenant(${tenantId})`.execute(trx);
      return work(trx);
    }),
  );
}
