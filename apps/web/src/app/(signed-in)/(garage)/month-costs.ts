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

/** What each vehicle cost in a month, dearest first, each currency by itself. Vehicles that cost nothing are left out. */
export async function monthCosts(
  api: Api,
  vehicles: readonly Vehicle[],
  month: string,
): Promise<VehicleCost[]> {
  const dearest = spendingOf(vehicles)
    .toSorted((a, b) => b.minor - a.minor)
    .slice(0, mostBars);
  const itemsOf = new Map(
    await Promise.all(
      [...new Set(dearest.map(({ vehicle }) => vehicle.id))].map(async (id) => {
        const params = { path: { vehicleId: id } };
        const { items } = await answer(api.GET('/api/v1/vehicles/{vehicleId}/costs', { params }));
        return [id, items] as const;
      }),
    ),
  );
  return dearest.map(({ vehicle: { id, nickname }, currency }) => {
    const own = itemsOf.get(id)!.filter((item) => item.month === month && item.currency === currency);
    const byCategory = Object.fromEntries(own.map((item) => [item.category, item.total]));
    const totalMinor = own.reduce((sum, item) => sum + minorUnits(item.total), 0);
    return { vehicleId: id, nickname, currency, totalMinor, shares: bandShares(byCategory) };
  });
}

/** What vehicles cost this month, each in each of the currencies that were paid in. */
export function spendingOf<Known extends Pick<Vehicle, 'summary'>>(vehicles: readonly Known[]) {
  return vehicles.flatMap((vehicle) =>
    (vehicle.summary?.cost ?? [])
      .map(({ currency, thisMonth }) => ({ vehicle, currency, minor: minorUnits(thisMonth) }))
      .filter(({ minor }) => minor !== 0),
  );
}

/** What vehicles cost this month, in each currency, the largest sum first. */
export function sumsByCurrency(
  vehicles: readonly Pick<Vehicle, 'summary'>[],
): { currency: string; minor: number }[] {
  return [...Map.groupBy(spendingOf(vehicles), ({ currency }) => currency)]
    .map(([currency, own]) => ({ currency, minor: own.reduce((sum, { minor }) => sum + minor, 0) }))
    .toSorted((a, b) => b.minor - a.minor);
}

/** What one vehicle cost this month, in each currency; where it cost nothing, nothing in its own. */
export function sumsOf(
  vehicle: Pick<Vehicle, 'summary' | 'currency'>,
): { currency: string; minor: number }[] {
  const sums = sumsByCurrency([vehicle]);
  return sums.length > 0 ? sums : [{ currency: vehicle.currency, minor: 0 }];
}
