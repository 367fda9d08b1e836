import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lastVehicleCookie } from '@/session/last-vehicle';
import { glancedVehicles } from '../glanced-vehicles';

/** The timeline of the vehicle that was looked at last, or of the first. */
export default async function LastTimelinePage(): Promise<never> {
  const vehicles = await glancedVehicles();
  const last = (await cookies()).get(lastVehicleCookie)?.value;
  const vehicle =
    vehicles.find(({ id }) => id === last) ?? vehicles.find(({ former }) => !former) ?? vehicles[0];
  redirect(vehicle ? `/vehicles/${vehicle.id}` : '/');
}
