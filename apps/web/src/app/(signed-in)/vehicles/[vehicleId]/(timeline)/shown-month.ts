import type { Money, VehicleMonths } from '@/api/schema.gen';
import { bandShares, type BandShare } from '@/format/cost-bands';

type VehicleMonth = VehicleMonths['items'][number];

/** A month as its header shows it: a long history has hundreds of them in its page. */
export interface Month extends Pick<VehicleMonth, 'month' | 'events' | 'distanceM'> {
  /** Wholly ahead of today: nothing of it has happened. */
  readonly planned: boolean;
  /** Another has begun since. */
  readonly over: boolean;
  /** By currency. */
  readonly costs: readonly { readonly total: Money; readonly shares: readonly BandShare[] }[];
}

/** @param today YYYY-MM-DD in the vehicle's zone, or the day that is looked back to */
export function shownMonth(
  { month, events, distanceM, costs, planned = false }: VehicleMonth & { planned?: boolean },
  today: string,
): Month {
  return {
    month,
    events,
    distanceM,
    planned,
    over: month < today.slice(0, 7),
    costs: costs.map(({ total, byCategory }) => ({ total, shares: bandShares(byCategory) })),
  };
}
