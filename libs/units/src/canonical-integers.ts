import { decimal, scaledInteger, times } from './decimal.js';
import type { Distance, DistanceUnit, Energy, EnergyUnit, Volume, VolumeUnit } from './measures.js';

const metresPer: Readonly<Record<DistanceUnit, string>> = { km: '1000', mi: '1609.344' };
const millilitresPer: Readonly<Record<VolumeUnit, string>> = {
  L: '1000',
  'gal-us': '3785.411784',
  'gal-uk': '4546.09',
};
const wattHoursPer: Readonly<Record<EnergyUnit, string>> = { kWh: '1000' };

/** Whole metres; halves away from zero. The factors are exact by definition (international mile). */
export function distanceM(distance: Distance): number {
  return scaledInteger(times(decimal(distance.value), decimal(metresPer[distance.unit])), 0);
}

/** Whole millilitres; halves away from zero. The factors are exact by definition. */
export function volumeMl(volume: Volume): number {
  return scaledInteger(times(decimal(volume.value), decimal(millilitresPer[volume.unit])), 0);
}

/** Whole watt-hours; halves away from zero. */
export function energyWh(energy: Energy): number {
  return scaledInteger(times(decimal(energy.value), decimal(wattHoursPer[energy.unit])), 0);
}

/** Metres in another unit, to be shown: a double, not rounded. */
export function distanceFromM(metres: number, unit: DistanceUnit): number {
  return metres / Number(metresPer[unit]);
}

/** Millilitres in another unit, to be shown: a double, not rounded. */
export function volumeFromMl(millilitres: number, unit: VolumeUnit): number {
  return millilitres / Number(millilitresPer[unit]);
}
