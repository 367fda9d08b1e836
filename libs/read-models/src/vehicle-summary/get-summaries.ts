import type { TenantTransaction } from '@odolog/db';
import { averagesOf } from '../fuel-segments/averages-of.js';
import { readCurrentHours } from '../hours-readings/read-current-hours.js';
import type { PointOfView } from '../look-back/point-of-view.js';
import { readPast } from '../look-back/read-past.js';
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
  const [cards, costs, economy, hours, due, position] = await Promise.all([
    readCurrentCards(trx, vehicleIds),
    readCurrentCosts(trx, vehicleIds, today),
    averagesOf(trx, vehicleIds),
    readCurrentHours(trx, vehicleIds),
    readReminderContexts(
      trx,
      vehicleIds.map((id) => ({ id, today })),
    ),
    readPosition(trx),
  ]);
  const summaries = new Map(
    vehicleIds.map((vehicleId): [string, VehicleSummary] => {
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
  for (const [vehicleId, summary] of summaries)
    if (isAhead(summary)) summaries.set(vehicleId, await untilToday(trx, summary));
  return summaries;
}

/** Something is dated after the day at hand. */
function isAhead({ asOf, lastEvent }: VehicleSummary): boolean {
  return lastEvent !== null && lastEvent.date > asOf;
}

/** Without what has not come yet: read models hold all that is recorded. A reminder that was set counts at once, for ever what day. */
async function untilToday(trx: TenantTransaction, summary: VehicleSummary): Promise<VehicleSummary> {
  const { vehicleId, asOf, nextDue: due } = summary;
  const past = await readPast(trx, vehicleId, { asOf });
  return { ...summary, ...summaryOf(past, asOf), nextDue: due };
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
  const day = view.asOf ?? today;
  const past = await readPast(trx, vehicleId, { ...view, asOf: day });
  return { vehicleId, ...summaryOf(past, day), position: await readPosition(trx) };
}

const emptyCard: Card = {
  counts: { events: 0, byType: {} },
  firstDate: null,
  lastEvent: null,
  firstReading: null,
  lastReading: null,
};
