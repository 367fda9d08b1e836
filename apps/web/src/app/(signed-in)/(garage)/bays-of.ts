import type { Vehicle } from '@/api/schema.gen';

/** More than these nobody looks through as cards: the rest is in the fleet's table. */
const mostBays = 24;

const urgency: Readonly<Record<string, number>> = { overdue: 0, soon: 1 };

type Parked = Pick<Vehicle, 'summary'>;

/** A garage as it is; of a fleet, what is due, then what was written to last. */
export function baysOf<Known extends Parked>(vehicles: readonly Known[]): readonly Known[] {
  if (vehicles.length <= mostBays) return vehicles;
  return vehicles
    .toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || lastDate(b).localeCompare(lastDate(a)))
    .slice(0, mostBays);
}

const urgencyOf = ({ summary }: Parked) => urgency[summary?.nextDue?.state ?? ''] ?? 2;
const lastDate = ({ summary }: Parked) => summary?.lastEvent?.date ?? '';
