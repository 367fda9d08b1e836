import { amountOf, currencyExponent } from '@odolog/units';
import type { VolumeUnit } from '@odolog/units';

export const thirds = ['volume', 'price', 'total'] as const;
export type Third = (typeof thirds)[number];

/** Which of the three were typed into the form of a fill, the latest last: it keeps them beside what is sent. */
export const thirdsTyped = ({ typed }: Readonly<Record<string, unknown>>) =>
  (typed ?? []) as readonly Third[];

/** Which of the three is worked out: the one that was touched longest ago. Untouched, the total goes first, which one wants to know, then the volume: habit guesses it worse than the price. */
export function thirdToCompute(touched: readonly Third[]): Third {
  return (['total', 'volume', 'price'] as const).toSorted(
    (a, b) => touched.lastIndexOf(a) - touched.lastIndexOf(b),
  )[0]!;
}

interface Amounts {
  readonly volume: string | null;
  readonly price: string | null;
  readonly total: string | null;
  readonly unit: VolumeUnit;
  readonly currency: string;
}

const volumePlaces = 2;
const pricePlaces = 3;

/** The third from the other two, as plain decimals: total to the minor unit, price to tenths of a cent, volume to two places. Null while it cannot be told. */
export function computedThird(
  third: Third,
  { volume, price, total, unit, currency }: Amounts,
): string | null {
  if (third === 'total') {
    if (!isPositive(volume) || price === null) return null;
    return amountOf({ value: Number(volume), unit }, { amount: price, currency }).amount;
  }
  if (total === null) return null;
  if (third === 'price') {
    return isPositive(volume)
      ? (Number(total) / Number(volume)).toFixed(Math.max(pricePlaces, currencyExponent(currency)))
      : null;
  }
  return isPositive(price) ? (Number(total) / Number(price)).toFixed(volumePlaces) : null;
}

const isPositive = (decimal: string | null): decimal is string => Number(decimal) > 0;
