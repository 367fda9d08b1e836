import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
import { refoldSegments, type ChangedFill } from './refold-segments.js';

/** Fuel economy from energy facts. The fills stand beside the segments: a change folds anew from the anchor before it to the one after it. */
export const fuelSegmentsProjector: Projector = {
  name: 'fuel-segments',
  tables: ['fuel_fills', 'fuel_segments'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    const left = await deleteSuperseded<ChangedFill>(trx, target, {
      table: 'fuel_fills',
      eventIds: supersededIds,
    });
    const fills = recorded.flatMap(fillOf);
    await insertFills(trx, target, fills);
    await refoldSegments(trx, target, [
      ...left.map(({ vehicleId, energy, date }) => ({ vehicleId, energy, date })),
      ...fills.map(({ vehicle_id, energy, date }) => ({ vehicleId: vehicle_id, energy, date })),
    ]);
  },
};

function fillOf({ event, facts: { energy } }: RecordedFact) {
  if (!energy) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    energy: energy.kind,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
    odometer_m: event.odometer?.void ? null : event.odometerM,
    volume_ml: energy.volumeMl ?? null,
    energy_wh: energy.energyWh ?? null,
    fill: energy.fill,
    missed_previous: energy.missedPrevious,
  };
}

async function insertFills(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  fills: readonly object[],
): Promise<void> {
  if (fills.length === 0) return;
  await sql`
    INSERT INTO app.fuel_fills (tenant_id, generation, event_id, vehicle_id, energy, date, occurred_at, order_version,
                                odometer_m, volume_ml, energy_wh, fill, missed_previous)
    SELECT ${tenantId}, ${generation}, f.*
      FROM ${recordset(fills)} AS f (event_id uuid, vehicle_id uuid, energy text, date date, occurred_at timestamptz,
                                     order_version integer, odometer_m bigint, volume_ml bigint, energy_wh bigint,
                                     fill text, missed_previous boolean)
        ON CONFLICT DO NOTHING`.execute(trx);
}
