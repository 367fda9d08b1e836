import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { RecordedFact, Target } from './projector.js';
import { recordset } from './recordset.js';

/** Columns of a model's table by their types in SQL; tenant and generation stand before them. */
type Columns = Readonly<Record<string, string>>;

/** Which event a row is of, and the place of that in its vehicle's history. */
export const placeColumns = {
  event_id: 'uuid',
  vehicle_id: 'uuid',
  date: 'date',
  occurred_at: 'timestamptz',
  order_version: 'integer',
} as const;

/** The same of an event. */
export function placeOf({ event }: RecordedFact) {
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
  };
}

/** Rows of events in one statement; those that are there already, of a batch that is applied once more, stay as they are. */
export async function insertRows<const Named extends Columns>(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  { table, columns }: { readonly table: string; readonly columns: Named },
  rows: readonly { readonly [Column in keyof Named]: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const typed = Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
  await sql`
    INSERT INTO ${sql.table(`app.${table}`)} (tenant_id, generation, ${sql.join(names.map((name) => sql.id(name)))})
    SELECT ${tenantId}, ${generation}, r.* FROM ${recordset(rows)} AS r (${sql.join(typed)})
        ON CONFLICT DO NOTHING`.execute(trx);
}
