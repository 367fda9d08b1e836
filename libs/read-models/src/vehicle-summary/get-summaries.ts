import type { TenantTransaction } from '@odolog/db';
import { averagesOf } from '../fuel-segments/averages-of.js';
import { readCurrentHours } from '../hours-readings/read-current-hours.js';
import { readPast, type PointOfView } from '../look-back/read-past.js';
import { summaryOf } from '../look-back/summary-of.js';
import { readReminderContexts } from '../reminders/read-reminder-contexts.js';
import { readPosition } from '../projector/positions.js';
import { nextDue } from './next-due.js';
import { readCurrentCosts } from './read-summary-costs.js';
import { summaryCost } from './summary-cost.js';
import { readCurrentCards, type Card } from './read-cards.js';
import type { VehicleSummary } from './vehicle-summary.js';

/**
 * The cards of vehicles, by vehicle id; a vehicle without events has one too.
 * @param today YYYY-MM-DD in the vehicles' zone: what "this month" counts from
 */
export async function getSummaries(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, VehicleSummary>> {
  const cards = await readCurrentCards(trx, vehicleIds);
  const costs = await readCurrentCosts(trx, vehicleIds, today);
  const economy = await averagesOf(trx, vehicleIds);
  const hours = await readCurrentHours(trx, vehicleIds);
  const due = await readReminderContexts(trx, vehicleIds);
  const position = await readPosition(trx);
  return new Map(
    vehicleIds.map((vehicleId) => {
      const { firstReading = null, lastReading = null, ...card } = cards.get(vehicleId) ?? emptyCard;
      const distanceM = firstReading && lastReading ? lastReading.trueM - firstReading.odometerM : 0;
      const context = due.get(vehicleId);
      return [
        vehicleId,
        {
          vehicleId,
          asOf: today,
          ...card,
          odometer: lastReading,
          hours: hours.get(vehicleId) ?? null,
          economy: economy.get(vehicleId) ?? [],
          cost: (costs.get(vehicleId) ?? []).map((cost) => summaryCost(cost, distanceM)),
          nextDue: context ? nextDue(context, today) : null,
          position,
        },
      ];
    }),
  );
}

/**
 * One vehicle's card, of the present or as it was.
 * @param today YYYY-MM-DD in the vehicle's zone: of the present, or of `knownAt`
 */
export async function getVehicleSummary(
  trx: TenantTransaction,
  vehicleId: string,
  { today, ...view }: PointOfView & { readonly today: string },
): Promise<VehicleSummary> {
  if (view.asOf === undefined && view.knownAt === undefined)
    return (await getSummaries(trx, [vehicleId], today)).get(vehicleId)!;
  const past = await readPast(trx, vehicleId, view);
  return { vehicleId, ...summaryOf(past, view.asOf ?? today), position: await readPosition(trx) };
}

const emptyCard: Card = {
  counts: { events: 0, byType: {} },
  firstDate: null,
  lastEvent: null,
  firstReading: null,
  lastReading: null,
};
