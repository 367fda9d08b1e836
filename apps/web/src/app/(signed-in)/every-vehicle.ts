import { answer, type Api } from '@/api/client';
import { everyItem } from '@/api/every-item';
import type { Vehicle } from '@/api/schema.gen';

/** All vehicles that one may see: a fleet can be larger than one answer. */
export function everyVehicle(api: Api, more: { include?: 'deleted' } = {}): Promise<Vehicle[]> {
  return everyItem((page) =>
    answer(api.GET('/api/v1/vehicles', { params: { query: { ...more, ...page } } })),
  );
}
