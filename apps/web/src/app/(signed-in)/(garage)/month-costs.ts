import { minorUnits } from '@odolog/units';
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
  const spending = vehicles
    .filter((vehicle) => monthMinor(vehicle) !== 0)
    .toSorted((a, b) => monthMinor(b) - monthMinor(a));
  const costs = await Promise.all(
    spending.slice(0, mostBars).map(async ({ id, nickname, currency }) => {
      const params = { path: { vehicleId: id } };
      const { items } = await answer(api.GET('/api/v1/vehicles/{vehicleId}/costs', { params }));
      const own = items.filter((item) => item.month === month && item.currency === currency);
      const byCategory = Object.fromEntries(own.map((item) => [item.category, item.total]));
      const totalMinor = own.reduce((sum, item) => sum + minorUnits(item.total), 0);
      return { vehicleId: id, nickname, currency, totalMinor, shares: bandShares(byCategory) };
    }),
  );
  return costs;
}

/** What a vehicle cost this month, in its own currency. */
export function monthMinor({ summary, currency }: Pick<Vehicle, 'summary' | 'currency'>): number {
  const cost = summary?.cost.find((each) => each.currency === currency);
  return cost ? minorUnits(cost.thisMonth) : 0;
}

/** What vehicles cost this month, in each of their currencies, the largest sum first. */
export function sumsByCurrency(
  vehicles: readonly Pick<Vehicle, 'summary' | 'currency'>[],
): { currency: string; minor: number }[] {
  return [...Map.groupBy(vehicles, ({ currency }) => currency)]
    .map(([currency, own]) => ({ currency, minor: own.reduce((sum, each) => sum + monthMinor(each), 0) }))
    .toSorted((a, b) => b.minor - a.minor);
}
