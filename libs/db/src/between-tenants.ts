import { sql } from 'kysely';
import type { Database } from './database.js';
import type { TenantTransaction } from './for-tenant.js';

/** Goes into a tenant: from here on the transaction sees its rows, and no others. */
export type Enter = (tenantId: string) => Promise<TenantTransaction>;

/**
 * One transaction that goes from tenant to tenant, one at a time: what moves between two of them moves as a whole or not
 * at all. Whoever calls it has made sure that each of the tenants agreed.
 */
export async function betweenTenants<Result>(
  db: Database,
  work: (enter: Enter) => Promise<Result>,
): Promise<Result> {
  return db.kysely.transaction().execute((trx) =>
    work(async (tenantId) => {
      await sql`SELECT app.set_tenant(${tenantId})`.execute(trx);
      return trx;
    }),
  );
}
