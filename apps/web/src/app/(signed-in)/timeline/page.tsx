import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { presentAndFormer } from '@/format/departure';
import { lastVehicleCookie } from '@/session/last-vehicle';
import { seenVehicles } from '../seen-vehicles';

/** The timeline of the vehicle that was looked at last, or of the first. */
export default async function LastTimelinePage(): Promise<never> {
  const vehicles = await seenVehicles();
  const last = (await cookies()).get(lastVehicleCookie)?.value;
  const vehicle =
    vehicles.find(({ id }) => id === last) ?? presentAndFormer(vehicles).present[0] ?? vehicles[0];
  redirect(vehicle ? `/vehicles/${vehicle.id}` : '/');
}
