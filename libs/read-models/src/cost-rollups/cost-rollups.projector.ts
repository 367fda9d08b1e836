import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import { dirtyMonths, monthOf, type DirtyMonths, type VehicleMonthKey } from '../projector/dirty-months.js';
import { insertRows } from '../projector/insert-rows.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';

/** Money by vehicle, month, category and currency, from cost facts. The entries stand beside their sums: only sums that changed are made anew. */
export const costRollups: Projector = {
  name: 'cost-rollups',
  version: 1,
  tables: ['cost_entries', 'cost_rollups'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    const left = await deleteSuperseded<VehicleMonthKey>(trx, target, {
      table: 'cost_entries',
      eventIds: supersededIds,
    });
    const entries = recorded.flatMap(entryOf);
    await insertRows(trx, target, costEntries, entries);
    await sumAnew(
      trx,
      target,
      dirtyMonths([...left, ...entries.map(({ vehicle_id, month }) => ({ vehicleId: vehicle_id, month }))]),
    );
  },
};

const costEntries = {
  table: 'cost_entries',
  columns: {
    event_id: 'uuid',
    vehicle_id: 'uuid',
    date: 'date',
    month: 'date',
    category: 'text',
    currency: 'text',
    amount_minor: 'bigint',
  },
} as const;

function entryOf({ event, facts: { cost } }: RecordedFact) {
  if (!cost) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    month: monthOf(event.date),
    category: cost.category,
    currency: cost.currency,
    amount_minor: cost.amountMinor,
  };
}

/** By lists instead of a join: the planner has no statistics while a model grows, and would read the whole tenant. */
async function sumAnew(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  dirty: DirtyMonths,
): Promise<void> {
  if (dirty.months.length === 0) return;
  const isDirty = sql`
    tenant_id = ${tenantId} AND generation = ${generation}
    AND vehicle_id = ANY (${dirty.vehicleIds}) AND month = ANY (${dirty.months})`;
  await sql`DELETE FROM app.cost_rollups WHERE ${isDirty}`.execute(trx);
  await sql`
    INSERT INTO app.cost_rollups (tenant_id, generation, vehicle_id, month, category, currency, total_minor, entries)
    SELECT tenant_id, generation, vehicle_id, month, category, currency, sum(amount_minor), count(*)
      FROM app.cost_entries WHERE ${isDirty}
     GROUP BY 1, 2, 3, 4, 5, 6`.execute(trx);
}
