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
import type { Format } from './define-event.js';

/** How a viewer reads measures. Without a unit, a measure is shown in the unit that it was typed in. */
export interface Viewer {
  /** BCP 47. */
  readonly locale: string;
  readonly distanceUnit?: DistanceUnit | undefined;
  readonly volumeUnit?: VolumeUnit | undefined;
}

const volumeLabels: Readonly<Record<VolumeUnit, string>> = { L: 'L', 'gal-us': 'gal', 'gal-uk': 'gal' };

/** Renders measures for a viewer, by `Intl`. What was typed in the viewer's own unit is shown as typed. */
export function formatFor({ locale, distanceUnit, volumeUnit }: Viewer): Format {
  const number = (value: number, minimumFractionDigits: number, maximumFractionDigits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits }).format(value);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

  return {
    distance: (typed) => {
      const unit = distanceUnit ?? typed.unit;
      const asTyped = unit === typed.unit;
      const value = asTyped ? typed.value : distanceFromM(distanceM(typed), unit);
      return `${number(value, 0, asTyped ? 3 : 0)} ${unit}`;
    },
    volume: (typed) => {
      const unit = volumeUnit ?? typed.unit;
      const asTyped = unit === typed.unit;
      const value = asTyped ? typed.value : volumeFromMl(volumeMl(typed), unit);
      return `${number(value, 2, asTyped ? 3 : 2)} ${volumeLabels[unit]}`;
    },
    energy: (typed) => `${number(typed.value, 1, 3)} ${typed.unit}`,
    money: (value) => money(locale, value, currencyExponent(value.currency)),
    unitPrice: (price, per) => `${money(locale, price, decimalsOf(price))}/${volumeLabels[per]}`,
    date: (date) => days.format(new Date(`${date}T00:00:00Z`)),
  };
}

function money(locale: string, { amount, currency }: Money, fractionDigits: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: currencyExponent(currency),
    maximumFractionDigits: Math.max(fractionDigits, currencyExponent(currency)),
  }).format(amount as Intl.StringNumericLiteral);
}

function decimalsOf({ amount }: Money): number {
  return amount.split('.')[1]?.length ?? 0;
}
