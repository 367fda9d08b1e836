import { answer, type Api } from '@/api/client';
import { everyItem } from '@/api/every-item';
import type { Garage } from '@/api/schema.gen';

/** All garages that one may see, however many pages they come in. */
export function everyGarage(api: Api): Promise<Garage[]> {
  return everyItem((query) => answer(api.GET('/api/v1/garages', { params: { query } })));
}
