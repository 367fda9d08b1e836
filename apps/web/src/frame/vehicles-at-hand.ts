import type { VehicleGlance } from '@/api/schema.gen';

/** A garage is listed as it is; of a fleet, what was written to last. The rest is in the fleet's table and the jump list. */
const [garage, atHand] = [12, 8];

type Dated = Pick<VehicleGlance, 'lastDate'>;

/** @param count of all, of which `vehicles` are those written to last */
export function vehiclesAtHand<Known extends Dated>(
  vehicles: readonly Known[],
  count: number,
): readonly Known[] {
  if (count <= garage) return vehicles;
  return vehicles.toSorted((a, b) => lastDate(b).localeCompare(lastDate(a))).slice(0, atHand);
}

const lastDate = (vehicle: Dated) => vehicle.lastDate ?? '';
