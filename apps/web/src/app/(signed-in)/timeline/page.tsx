import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { answer } from '@/api/client';
import { lastVehicleCookie } from '@/session/last-vehicle';
import { serverApi } from '@/session/server-session';

/** The timeline of the vehicle that was looked at last, or of the first. */
export default async function LastTimelinePage(): Promise<never> {
  const api = await serverApi();
  const { items } = await answer(api.GET('/api/v1/vehicles', { params: { query: { limit: 200 } } }));
  const last = (await cookies()).get(lastVehicleCookie)?.value;
  const vehicle = items.find(({ id }) => id === last) ?? items[0];
  redirect(vehicle ? `/vehicles/${vehicle.id}` : '/');
}
