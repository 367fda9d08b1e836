import type { Vehicle, VehicleGlance } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';
import { may } from '@/format/may';

/** Of a vehicle that is known in full, as much as lists and entry forms need. */
export function glanceOf(vehicle: Vehicle): VehicleGlance {
  const { id, nickname, make, model, year, trim, kind, summary } = vehicle;
  const { timeZone, currency, distanceUnit, volumeUnit, energies } = vehicle;
  const odometer = summary?.odometer;
  return {
    ...{ id, nickname, make, model, year, trim, kind },
    ...{ timeZone, currency, distanceUnit, volumeUnit, energies },
    mayRecord: may(vehicle, 'event.record'),
    mayManage: may(vehicle, 'vehicle.manage'),
    former: departureOf(vehicle) !== undefined,
    lastDate: summary?.lastEvent?.date ?? null,
    odometer: odometer ? { value: odometer.value, unit: odometer.unit, date: odometer.date } : null,
    economy: (summary?.economy ?? []).map(({ energy, lPer100Km }) => ({
      energy,
      ...(lPer100Km !== undefined && { lPer100Km }),
    })),
  };
}
