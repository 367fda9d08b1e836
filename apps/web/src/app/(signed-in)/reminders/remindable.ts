import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import type { RemindableVehicle } from './reminder-dialog';

/** Of vehicles those that the person may be reminded of, with what the form asks of each and no more. */
export function remindable(vehicles: readonly Vehicle[]): RemindableVehicle[] {
  return vehicles
    .filter((vehicle) => may(vehicle, 'reminder.manage'))
    .map(({ id, nickname, kind, energies, distanceUnit, timeZone }) => ({
      id,
      nickname,
      kind,
      energies,
      distanceUnit,
      timeZone,
    }));
}
