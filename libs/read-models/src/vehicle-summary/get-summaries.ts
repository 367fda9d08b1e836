import type { TenantTransaction } from '@odolog/db';
import { averagesOf } from '../fuel-segments/get-fuel-economy.js';
import { readReminderContexts } from '../reminders/read-reminder-contexts.js';
import { readPosition } from '../projector/positions.js';
import { nextDue } from './next-due.js';
import { readCostsAsOf, readCurrentCosts } from './read-summary-costs.js';
import { readCardsAsOf, readCurrentCards, type Card } from './read-cards.js';
import type { SummaryCost, VehicleSummary } from './vehicle-summary.js';

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
  return compose(trx, vehicleIds, { cards, costs, asOf: today, until: 'infinity' });
}

/**
 * One vehicle's card.
 * @param today YYYY-MM-DD in the vehicle's zone
 * @param asOf what was true at the end of that day, counting only events dated up to it
 */
export async function getVehicleSummary(
  trx: TenantTransaction,
  vehicleId: string,
  { today, asOf }: { readonly today: string; readonly asOf?: string | undefined },
): Promise<VehicleSummary> {
  const summaries =
    asOf === undefined
      ? await getSummaries(trx, [vehicleId], today)
      : await compose(trx, [vehicleId], {
          cards: await readCardsAsOf(trx, vehicleId, asOf),
          costs: await readCostsAsOf(trx, vehicleId, asOf),
          asOf,
          until: asOf,
        });
  return summaries.get(vehicleId)!;
}

interface Parts {
  readonly cards: ReadonlyMap<string, Card>;
  readonly costs: ReadonlyMap<string, readonly Omit<SummaryCost, 'perKmMinor'>[]>;
  readonly asOf: string;
  readonly until: string;
}

async function compose(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  { cards, costs, asOf, until }: Parts,
): Promise<Map<string, VehicleSummary>> {
  const economy = await averagesOf(trx, vehicleIds, { to: until });
  const due = await readReminderContexts(trx, vehicleIds, until);
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
          asOf,
          ...card,
          odometer: lastReading,
          economy: economy.get(vehicleId) ?? [],
          cost: (costs.get(vehicleId) ?? []).map((cost) => withCostPerKm(cost, distanceM)),
          nextDue: context ? nextDue(context, asOf) : null,
          position,
        },
      ];
    }),
  );
}

const emptyCard: Card = {
  counts: { events: 0, byType: {} },
  firstDate: null,
  lastEvent: null,
  firstReading: null,
  lastReading: null,
};

function withCostPerKm(cost: Omit<SummaryCost, 'perKmMinor'>, distanceM: number): SummaryCost {
  return distanceM > 0 ? { ...cost, perKmMinor: (cost.runningMinor * 1000) / distanceM } : cost;
}
