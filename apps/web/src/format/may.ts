import type { Garage, Me, Vehicle } from '@/api/schema.gen';

type Action = Me['allowed'][number];

/** Whether the API allows it, as its answers say: what it would refuse is not offered. */
export function may(thing: Pick<Vehicle | Garage, 'allowed'>, action: Action): boolean {
  return thing.allowed?.includes(action) ?? false;
}
