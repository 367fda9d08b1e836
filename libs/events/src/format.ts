import {
  currencyExponent,
  distanceFromM,
  distanceM,
  volumeFromMl,
  volumeMl,
  type DistanceUnit,
  type Money,
  type VolumeUnit,
} from '@odolog/units';
import type { Format, Say } from './define-event.js';

/** How a viewer reads measures. Without a unit, a measure is shown in the unit that it was typed in. */
export interface Viewer {
  /** BCP 47. */
  readonly locale: string;
  readonly distanceUnit?: DistanceUnit | undefined;
  readonly volumeUnit?: VolumeUnit | undefined;
  /** In the viewer's language; in English without it. */
  readonly say?: Say | undefined;
}

const volumeLabels: Readonly<Record<VolumeUnit, string>> = { L: 'L', 'gal-us': 'gal', 'gal-uk': 'gal' };

/** More than a number has that is large enough to be recorded. */
const everyDecimal = 20;

/** Renders measures for a viewer, by `Intl`. What was typed in the viewer's own unit is shown as typed. */
export function formatFor({ locale, distanceUnit, volumeUnit, say = inEnglish }: Viewer): Format {
  const { numbers, days } = formatsOf(locale);
  const number = (value: number, fewest: number, most: number) => numbers(fewest, most).format(value);

  /** With its currency's decimals, or as many of these as it has. */
  function money(
    { amount, currency }: Money,
    { fewest = 0, most }: { fewest?: number; most: number },
  ): string {
    const exponent = currencyExponent(currency);
    const format = numbers(Math.max(fewest, exponent), Math.max(most, exponent), currency);
    return format.format(amount as Intl.StringNumericLiteral);
  }

  return {
    distance: (typed) => {
      const unit = distanceUnit ?? typed.unit;
      const asTyped = unit === typed.unit;
      const value = asTyped ? typed.value : distanceFromM(distanceM(typed), unit);
      return `${number(value, 0, asTyped ? everyDecimal : 0)} ${unit}`;
    },
    volume: (typed) => {
      const unit = volumeUnit ?? typed.unit;
      const asTyped = unit === typed.unit;
      const value = asTyped ? typed.value : volumeFromMl(volumeMl(typed), unit);
      return `${number(value, 2, asTyped ? everyDecimal : 2)} ${volumeLabels[unit]}`;
    },
    energy: (typed) => `${number(typed.value, 1, everyDecimal)} ${typed.unit}`,
    money: (value) => money(value, { fewest: decimalsOf(value), most: decimalsOf(value) }),
    unitPrice: (price, per) => {
      const unit = volumeUnit ?? per;
      const shown = unit === per ? price : { ...price, amount: perUnit(price, { per, unit }) };
      return `${money(shown, { most: decimalsOf(shown) })}/${volumeLabels[unit]}`;
    },
    date: (date) => days.format(new Date(`${date}T00:00:00Z`)),
    hours: (value) => `${number(value, 0, everyDecimal)} h`,
    say,
  };
}

/** To a tenth of a cent, as pumps print it. */
function perUnit(
  { amount, currency }: Money,
  { per, unit }: { readonly per: VolumeUnit; readonly unit: VolumeUnit },
): string {
  const ratio = volumeMl({ value: 1000, unit }) / volumeMl({ value: 1000, unit: per });
  return (Number(amount) * ratio).toFixed(currencyExponent(currency) + 1);
}

/** Languages that somebody reads at the moment. */
const mostKept = 100;
const kept = new Map<string, ReturnType<typeof makeFormats>>();

function formatsOf(locale: string): ReturnType<typeof makeFormats> {
  const formats = kept.get(locale) ?? makeFormats(locale);
  if (kept.size >= mostKept && !kept.has(locale)) kept.delete(kept.keys().next().value!);
  kept.set(locale, formats);
  return formats;
}

/** Each made once: making one takes twenty times as long as using it, and a page of the timeline uses hundreds. */
function makeFormats(locale: string) {
  const made = new Map<string, Intl.NumberFormat>();
  return {
    days: new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
    numbers: (fewest: number, most: number, currency?: string): Intl.NumberFormat => {
      const key = `${fewest} ${most} ${currency ?? ''}`;
      const format =
        made.get(key) ??
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: fewest,
          maximumFractionDigits: most,
          ...(currency && { style: 'currency', currency }),
        });
      made.set(key, format);
      return format;
    },
  };
}

function decimalsOf({ amount }: Money): number {
  return amount.split('.')[1]?.length ?? 0;
}

const inEnglish: Say = (sentence, values = {}) =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
