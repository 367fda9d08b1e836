import { answer, type Api } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';

/** Page by page: a fleet can be larger than one answer. */
export async function everyVehicle(api: Api, query: { include?: 'deleted' } = {}): Promise<Vehicle[]> {
  const vehicles: Vehicle[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/vehicles', { params: { query: { ...query, limit: 200, ...(cursor && { cursor }) } } }),
    );
    vehicles.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return vehicles;
}
