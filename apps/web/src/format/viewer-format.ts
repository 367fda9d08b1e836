import {
  currencyExponent,
  distanceFromM,
  distanceM as metresOf,
  volumeFromMl,
  volumeMl as millilitresOf,
} from '@odolog/units';
import type { Volume } from '@odolog/units';
import type { Money, OdometerReading, Preferences } from '@/api/schema.gen';
import { usableLocale } from '@/i18n/languages';
import { dayIn } from './today';

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

type Viewing = Pick<Preferences, 'locale' | 'distanceUnit' | 'volumeUnit'> &
  Partial<Pick<Preferences, 'timeZone'>>;
export type ViewerFormat = ReturnType<typeof viewerFormat>;

const kmPerMile = 1.609344;
export const volumeUnitNames = { L: 'L', 'gal-us': 'gal', 'gal-uk': 'gal' } as const;

/**
 * Numbers, money, dates and measures as one viewer reads them. Cheap: Intl's formatters are made once a locale.
 * @param today YYYY-MM-DD, else the viewer's own; what the browser draws over must have it from the server, whose clock may tell another day
 */
export function viewerFormat(
  { locale: wanted, distanceUnit, volumeUnit, timeZone = 'UTC' }: Viewing,
  today = dayIn(timeZone),
) {
  const locale = usableLocale(wanted);
  const viewing = { locale, distanceUnit, volumeUnit };
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
    locale,
    distanceUnit,
    volumeUnit,
    number,
    /** With every decimal that was typed. */
    typed: (value: number) => asTyped(locale, value, 0),
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
    unitPrice: ({ amount, currency }: Money) => priceFormat(locale, currency).format(Number(amount)),
    money: ({ amount, currency }: Money) => signed(currencyFormat(locale, currency).format(Number(amount))),
    moneyMinor: (minor: number, currency: string) =>
      signed(currencyFormat(locale, currency).format(minor / 10 ** currencyExponent(currency))),
    economy: (consumption: Consumption): Figure | null => {
      const found = economyNumber(viewing, consumption);
      return found && { value: number(found.number, found.digits), unit: found.unit };
    },
    /** The same as a number, to draw or compute with. */
    economyNumber: (consumption: Consumption) => economyNumber(viewing, consumption),
    day: (date: string) => dateFormat(locale, { day: 'numeric' }).format(utc(date)),
    weekday: (date: string) => dateFormat(locale, { weekday: 'short' }).format(utc(date)),
    /** From one day of a month to a later one of it. */
    daysOfMonth: (from: string, to: string) =>
      dateFormat(locale, { day: 'numeric', month: 'short' }).formatRange(utc(from), utc(to)),
    /** Without its year where nobody takes it for another's. */
    dayMonth: (date: string) =>
      dateFormat(locale, {
        day: 'numeric',
        month: 'short',
        ...(!isAtHand(date, today) && { year: 'numeric' }),
      }).format(utc(date)),
    dayMonthYear: (date: string) =>
      dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(utc(date)),
    fullDate: (date: string) =>
      dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
        utc(date),
      ),
    shortMonth: (date: string) => dateFormat(locale, { month: 'short' }).format(utc(date)),
    monthYear: (date: string) => dateFormat(locale, { month: 'short', year: 'numeric' }).format(utc(date)),
    monthName: (date: string) => dateFormat(locale, { month: 'long' }).format(utc(date)),
    /** The calendar day of an instant, where the viewer is. */
    dayOf: (instant: string) => dayIn(timeZone, new Date(instant)),
    instant: (instant: string, timeZone: string) =>
      dateFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(instant)),
    /** With its year. */
    moment: (instant: string, timeZone: string) =>
      dateFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(instant)),
    time: (instant: string, timeZone: string) =>
      dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant)),
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

/** `€`, `$` or the code: what stands before an amount in a field. */
export function currencySymbol(locale: string, currency: string): string {
  const parts = currencyFormat(usableLocale(locale), currency).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

const utc = (date: string) => new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
const halfAYearMs = 182 * 86_400_000;
/** Of the running year, or nearer than any other day of that name. */
const isAtHand = (date: string, today: string): boolean =>
  date.slice(0, 4) === today.slice(0, 4) ||
  Math.abs(utc(date).getTime() - utc(today).getTime()) < halfAYearMs;
const signed = (text: string) => text.replace('-', '−');

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function once<Made extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Made): Made {
  const known = made.get(key) as Made | undefined;
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

const numberFormat = (locale: string, digits: number) =>
  once(
    `n ${locale} ${digits}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
/** Every decimal that was typed, and at least those that the measure is usually printed with. */
const asTyped = (locale: string, value: number, digits: number) =>
  once(
    `t ${locale} ${digits}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: 3 }),
  ).format(value);
/** Pumps print tenths of a cent. With the symbol that tells currencies apart: not every dollar is one's own. */
const priceFormat = (locale: string, currency: string) =>
  once(
    `p ${locale} ${currency}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 4,
      }),
  );
const currencyFormat = (locale: string, currency: string) =>
  once(`c ${locale} ${currency}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency }));
const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  once(
    `d ${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
  );
