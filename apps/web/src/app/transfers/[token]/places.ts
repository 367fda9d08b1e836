import { answer } from '@/api/client';
import { may } from '@/format/may';
import { ownTenants } from '@/session/own-tenants';
import { apiIn, serverApi } from '@/session/server-session';

/** Where a vehicle can be put: a tenant, or a garage in one. */
export interface Place {
  readonly tenantId: string;
  readonly garageId: string | null;
  readonly name: string;
}

/** Every place that the person may manage vehicles in, in all of their tenants. */
export async function placesOf(): Promise<Place[]> {
  const tenants = await ownTenants(await serverApi());
  const places = await Promise.all(
    tenants.map(async ({ id: tenantId, name }) => {
      const api = await apiIn(tenantId);
      const [me, garages] = await Promise.all([
        answer(api.GET('/api/v1/me')),
        answer(api.GET('/api/v1/garages', { params: { query: { limit: 200 } } })).catch(() => ({
          items: [],
        })),
      ]);
      const whole = me.allowed.includes('vehicle.transfer') ? [{ tenantId, garageId: null, name }] : [];
      const inGarages = garages.items
        .filter((garage) => may(garage, 'vehicle.manage'))
        .map((garage) => ({ tenantId, garageId: garage.id, name: `${name} · ${garage.name}` }));
      return [...whole, ...inGarages];
    }),
  );
  return places.flat();
}
