import type { TenantTransaction } from '@odolog/db';
import type { Format } from '@odolog/events';
import { getSummaries, readLifeTurns } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import { presentSummary } from '../insights/present-summary.js';
import type { Vehicle } from './vehicles.contract.js';

/** Vehicles with their summaries and the last turn in their lives, each as of today in its own zone: a handful of queries for each zone, not for each vehicle. */
export async function withSummaries(
  trx: TenantTransaction,
  vehicles: readonly Vehicle[],
  format: Format,
): Promise<Vehicle[]> {
  const now = new Date().toISOString();
  const byDay = Map.groupBy(vehicles, ({ timeZone }) => localDateOf(now, timeZone));
  const [turns, ...summaries] = await Promise.all([
    readLifeTurns(
      trx,
      vehicles.map(({ id, timeZone }) => ({ id, today: localDateOf(now, timeZone) })),
    ),
    ...[...byDay].map(([today, ofDay]) =>
      getSummaries(
        trx,
        ofDay.map(({ id }) => id),
        today,
      ),
    ),
  ]);
  const read = new Map(summaries.flatMap((ofDay) => [...ofDay]));
  return vehicles.map((vehicle) => {
    const summary = read.get(vehicle.id);
    const shown = summary && { summary: presentSummary(summary, format) };
    return { ...vehicle, life: turns.get(vehicle.id) ?? null, ...shown };
  });
}
