import type { Vehicle } from '@/api/schema.gen';

/** A garage of more than these is a fleet, which nobody looks through as cards: it has a table. */
const largestGarage = 24;

/** Of a fleet: a desktop's screen and a half, and what a phone draws without a pause. */
const baysOfFleet = 12;

const urgency: Readonly<Record<string, number>> = { overdue: 0, due: 1, 'due-soon': 2 };

type Parked = Pick<Vehicle, 'summary'>;

/** A garage as it is; of a fleet, what is due, then what was written to last. */
export function baysOf<Known extends Parked>(vehicles: readonly Known[]): readonly Known[] {
  if (vehicles.length <= largestGarage) return vehicles;
  return vehicles
    .toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || lastDate(b).localeCompare(lastDate(a)))
    .slice(0, baysOfFleet);
}

const urgencyOf = ({ summary }: Parked) => urgency[summary?.nextDue?.state ?? ''] ?? 3;
const lastDate = ({ summary }: Parked) => summary?.lastEvent?.date ?? '';
