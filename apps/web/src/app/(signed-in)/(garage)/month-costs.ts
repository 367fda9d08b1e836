import { answer, type Api } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { bandShares, type BandShare } from '@/format/cost-bands';

export interface VehicleCost {
  readonly vehicleId: string;
  readonly nickname: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly shares: readonly BandShare[];
}

/** Bars for more vehicles than these would say nothing; the fleet's table is for them. */
const mostBars = 8;

/** What each vehicle cost in a month, dearest first, in the vehicle's own currency. Vehicles that cost nothing are left out. */
export async function monthCosts(
  api: Api,
  vehicles: readonly Vehicle[],
  month: string,
): Promise<VehicleCost[]> {
  const spending = vehicles.filter(({ summary }) => summary?.cost.some((cost) => cost.thisMonthMinor !== 0));
  const costs = await Promise.all(
    spending.slice(0, mostBars).map(async ({ id, nickname, currency }) => {
      const months = await answer(
        api.GET('/api/v1/vehicles/{vehicleId}/months', { params: { path: { vehicleId: id } } }),
      );
      const cost = months.items
        .find((item) => item.month === month)
        ?.costs.find((candidate) => candidate.currency === currency);
      if (!cost) return [];
      const { totalMinor, byCategory } = cost;
      return [{ vehicleId: id, nickname, currency, totalMinor, shares: bandShares(byCategory) }];
    }),
  );
  return costs.flat().toSorted((a, b) => b.totalMinor - a.totalMinor);
}
