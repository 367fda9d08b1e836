import type { Money, VehicleMonths } from '@/api/schema.gen';
import { bandShares, type BandShare } from '@/format/cost-bands';

type VehicleMonth = VehicleMonths['items'][number];

/** A month as its header shows it: a long history has hundreds of them in its page. */
export interface Month extends Pick<VehicleMonth, 'month' | 'events' | 'distanceM' | 'distanceComplete'> {
  /** Wholly ahead of today: nothing of it has happened. */
  readonly planned: boolean;
  /** By currency. */
  readonly costs: readonly { readonly total: Money; readonly shares: readonly BandShare[] }[];
}

export function shownMonth({
  month,
  events,
  distanceM,
  distanceComplete,
  costs,
  planned = false,
}: VehicleMonth & { planned?: boolean }): Month {
  return {
    month,
    events,
    distanceM,
    distanceComplete,
    planned,
    costs: costs.map(({ total, byCategory }) => ({ total, shares: bandShares(byCategory) })),
  };
}
