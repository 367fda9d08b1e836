import type { Vehicle } from '@/api/schema.gen';

type Life = NonNullable<Vehicle['life']>;
type Departure = Life & { readonly stage: Exclude<Life['stage'], 'acquired'> };

/** How a vehicle left the garage; undefined for one that stands in it. */
export function departureOf({ life }: Pick<Vehicle, 'life'>): Departure | undefined {
  return life && life.stage !== 'acquired' ? (life as Departure) : undefined;
}
