import type { Vehicle } from '@/api/schema.gen';

type Life = NonNullable<Vehicle['life']>;
type Departure = Life & { readonly stage: Exclude<Life['stage'], 'acquired'> };
type Living = Pick<Vehicle, 'life'>;

/** How a vehicle left the garage; undefined for one that stands in it. */
export function departureOf({ life }: Living): Departure | undefined {
  return life && life.stage !== 'acquired' ? (life as Departure) : undefined;
}

/** What stands in the garage, and what was sold, handed over or laid up: to be read, out of the daily way. */
export function presentAndFormer<Known extends Living>(
  vehicles: readonly Known[],
): { readonly present: readonly Known[]; readonly former: readonly Known[] } {
  const { present = [], former = [] } = Object.groupBy(vehicles, (vehicle) =>
    departureOf(vehicle) ? 'former' : 'present',
  );
  return { present, former };
}
