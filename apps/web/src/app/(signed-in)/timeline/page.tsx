import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lastVehicleCookie } from '@/session/last-vehicle';
import { glance } from '../glance';
import { isThere } from '../vehicles/[vehicleId]/vehicle-page';

/** The timeline of the vehicle that was looked at last, or of the first. */
export default async function LastTimelinePage(): Promise<never> {
  const { items } = await glance();
  const last = (await cookies()).get(lastVehicleCookie)?.value;
  const first = items.find(({ former }) => !former) ?? items[0];
  const id = last && (await isThere(last)) ? last : first?.id;
  redirect(id ? `/vehicles/${id}` : '/');
}
