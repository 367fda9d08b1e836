import { keepCookie } from '@/cookies/browser-cookie';

/** Which vehicle's timeline was open last in this browser. */
export const lastVehicleCookie = 'odolog-vehicle';

const aYear = 60 * 60 * 24 * 365;

export function rememberVehicle(vehicleId: string): void {
  keepCookie(lastVehicleCookie, vehicleId, aYear);
}
