import { distanceFromM, distanceM as metresOf, volumeFromMl, volumeMl as millilitresOf } from '@odolog/units';
import type { Volume } from '@odolog/units';
import type { OdometerReading, Preferences } from '@/api/schema.gen';
import { asTyped, numberFormat, upTo } from './formatters';

/** A figure and its unit, apart, since the unit is set smaller. */
export interface Figure {
  readonly value: string;
  readonly unit: string;
}

export interface Consumption {
  readonly lPer100Km?: number | null;
  readonly mpgUs?: number | null;
  readonly mpgUk?: number | null;
  readonly kWhPer100Km?: number | null;
}

type Viewing = Pick<Preferences, 'locale' | 'distanceUnit' | 'volumeUnit'>;

const kmPerMile = 1.609344;
export const volumeUnitNames = { L: 'L', 'gal-us': 'gal', 'gal-uk': 'gal' } as const;

/** Numbers, distances, volumes, energies and economies in one viewer's units, with the decimals that are usual. */
export function measures(viewing: Viewing) {
  const { locale, distanceUnit, volumeUnit } = viewing;
  const number = (value: number, digits = 0) => numberFormat(locale, digits).format(value);
  const distanceM = (metres: number, digits = 0): Figure => ({
    value: number(distanceFromM(metres, distanceUnit), digits),
    unit: distanceUnit,
  });
  const volumeMl = (millilitres: number): Figure => ({
    value: number(volumeFromMl(millilitres, volumeUnit), 2),
    unit: volumeUnitNames[volumeUnit],
  });
  return {
    number,
    /** With every decimal that was typed. */
    typed: (value: number) => asTyped(locale, value, 0),
    /** Of a limit, which is kept to the minute. */
    hours: (value: number) => upTo(3, { locale, value }),
    distanceM,
    distance: (reading: Pick<OdometerReading, 'value' | 'unit'>): Figure =>
      reading.unit === distanceUnit
        ? { value: asTyped(locale, reading.value, 0), unit: distanceUnit }
        : distanceM(metresOf(reading)),
    volumeMl,
    volume: (volume: Volume): Figure =>
      volume.unit === volumeUnit
        ? { value: asTyped(locale, volume.value, 2), unit: volumeUnitNames[volumeUnit] }
        : volumeMl(millilitresOf(volume)),
    energy: ({ value, unit }: { value: number; unit: string }): Figure => ({
      value: asTyped(locale, value, 1),
      unit,
    }),
    economy: (consumption: Consumption): Figure | null => {
      const found = economyNumber(viewing, consumption);
      return found && { value: number(found.number, found.digits), unit: found.unit };
    },
    /** The same as a number, to draw or compute with. */
    economyNumber: (consumption: Consumption) => economyNumber(viewing, consumption),
  };
}

interface EconomyNumber {
  readonly number: number;
  readonly digits: number;
  readonly unit: string;
}

/** The viewer's figure: L/100 km, miles per gallon where miles and gallons (or British litres) are used, or kWh. */
function economyNumber({ distanceUnit, volumeUnit }: Viewing, c: Consumption): EconomyNumber | null {
  if (c.lPer100Km != null && distanceUnit === 'km')
    return { number: c.lPer100Km, digits: 2, unit: 'L/100 km' };
  if (c.mpgUs != null && volumeUnit === 'gal-us') return { number: c.mpgUs, digits: 1, unit: 'mpg' };
  if (c.mpgUk != null) return { number: c.mpgUk, digits: 1, unit: 'mpg' };
  if (c.kWhPer100Km == null) return null;
  if (distanceUnit === 'km') return { number: c.kWhPer100Km, digits: 1, unit: 'kWh/100 km' };
  return { number: c.kWhPer100Km * kmPerMile, digits: 1, unit: 'kWh/100 mi' };
}
