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
  const summaries = new Map<string, Vehicle['summary']>();
  for (const [today, ofDay] of byDay) {
    const read = await getSummaries(
      trx,
      ofDay.map(({ id }) => id),
      today,
    );
    for (const [id, summary] of read) summaries.set(id, presentSummary(summary, format));
  }
  const turns = await readLifeTurns(
    trx,
    vehicles.map(({ id, timeZone }) => ({ id, today: localDateOf(now, timeZone) })),
  );
  return vehicles.map((vehicle) => {
    const summary = summaries.get(vehicle.id);
    return { ...vehicle, life: turns.get(vehicle.id) ?? null, ...(summary && { summary }) };
  });
}
