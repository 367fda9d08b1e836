import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';

/** Money by vehicle, month, category and currency, from cost facts. The entries stand beside their sums: only sums that changed are made anew. */
export const costRollups: Projector = {
  name: 'cost-rollups',
  tables: ['cost_entries', 'cost_rollups'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    const left = await deleteSuperseded<DirtyMonth>(trx, target, {
      table: 'cost_entries',
      eventIds: supersededIds,
    });
    const entries = recorded.flatMap(entryOf);
    await insertEntries(trx, target, entries);
    const dirty = [...left.map(({ vehicleId, month }) => ({ vehicleId, month })), ...entries.map(monthOf)];
    await sumAnew(trx, target, dirty);
  },
};

interface DirtyMonth {
  readonly vehicleId: string;
  readonly month: string;
}

function entryOf({ event, facts: { cost } }: RecordedFact) {
  if (!cost) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    month: `${event.date.slice(0, 7)}-01`,
    category: cost.category,
    currency: cost.currency,
    amount_minor: cost.amountMinor,
  };
}

function monthOf(entry: { readonly vehicle_id: string; readonly month: string }): DirtyMonth {
  return { vehicleId: entry.vehicle_id, month: entry.month };
}

async function insertEntries(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  entries: readonly object[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    INSERT INTO app.cost_entries (tenant_id, generation, event_id, vehicle_id, date, month, category, currency, amount_minor)
    SELECT ${tenantId}, ${generation}, e.*
      FROM ${recordset(entries)} AS e (event_id uuid, vehicle_id uuid, date date, month date, category text, currency text, amount_minor bigint)
        ON CONFLICT DO NOTHING`.execute(trx);
}

async function sumAnew(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  months: readonly DirtyMonth[],
): Promise<void> {
  if (months.length === 0) return;
  const dirty = sql`(SELECT DISTINCT d."vehicleId" AS vehicle_id, d.month FROM ${recordset(months)} AS d ("vehicleId" uuid, month date)) d`;
  await sql`
    DELETE FROM app.cost_rollups r USING ${dirty}
     WHERE r.tenant_id = ${tenantId} AND r.generation = ${generation} AND r.vehicle_id = d.vehicle_id AND r.month = d.month`.execute(
    trx,
  );
  await sql`
    INSERT INTO app.cost_rollups (tenant_id, generation, vehicle_id, month, category, currency, total_minor, entries)
    SELECT e.tenant_id, e.generation, e.vehicle_id, e.month, e.category, e.currency, sum(e.amount_minor), count(*)
      FROM ${dirty}
      JOIN app.cost_entries e ON e.tenant_id = ${tenantId} AND e.generation = ${generation}
       AND e.vehicle_id = d.vehicle_id AND e.month = d.month
     GROUP BY 1, 2, 3, 4, 5, 6`.execute(trx);
}
