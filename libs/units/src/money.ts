import { currencyExponent } from './currency.js';
import { compare, decimal, printed, scaledInteger } from './decimal.js';
import type { Money } from './measures.js';

/** Whole minor units of the money's currency; halves away from zero, so that a refund mirrors its cost. */
export function minorUnits(money: Money): number {
  return scaledInteger(decimal(money.amount), currencyExponent(money.currency));
}

/** Whether it was typed to less than a minor unit, as half a yen is: sums count it rounded. */
export function isFinerThanCurrency({ amount, currency }: Money): boolean {
  const typed = decimal(amount);
  const counted = decimal(printed(typed, currencyExponent(currency)));
  return compare(typed, counted) !== 0;
}

/** Decimals of a minor unit that tell one price by the kilometre from another. */
const placesOfAPart = 4;

/** Money printed with the decimals of its currency; where `minor` is not whole, with up to four more. */
export function moneyFromMinor(minor: number, currency: string): Money {
  const exponent = currencyExponent(currency);
  const { digits, scale } = decimal(minor);
  const places = exponent + Math.min(scale, placesOfAPart);
  return { amount: printed({ digits, scale: scale + exponent }, places), currency };
}
