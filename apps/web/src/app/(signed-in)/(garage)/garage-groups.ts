import type { Garage, Vehicle } from '@/api/schema.gen';

interface Group<Parked> {
  /** Null of what stands in none of them. */
  readonly garage: Pick<Garage, 'id' | 'name'> | null;
  readonly vehicles: readonly Parked[];
}

/** The vehicles of each garage, in the order of the garages, and those that stand in none behind them. Empty garages are left out. */
export function garageGroups<Parked extends Pick<Vehicle, 'garageId'>>(
  vehicles: readonly Parked[],
  garages: readonly Pick<Garage, 'id' | 'name'>[],
): Group<Parked>[] {
  const known = new Set(garages.map(({ id }) => id));
  const groups = garages.map((garage) => ({
    garage,
    vehicles: vehicles.filter(({ garageId }) => garageId === garage.id),
  }));
  const others = vehicles.filter(({ garageId }) => garageId === null || !known.has(garageId));
  return [...groups, { garage: null, vehicles: others }].filter((group) => group.vehicles.length > 0);
}
