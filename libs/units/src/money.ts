import { currencyExponent } from './currency.js';
import { decimal, printed, scaledInteger } from './decimal.js';
import type { Money } from './measures.js';

/** Whole minor units of the money's currency; halves away from zero, so that a refund mirrors its cost. */
export function minorUnits(money: Money): number {
  return scaledInteger(decimal(money.amount), currencyExponent(money.currency));
}

/** Money printed with the decimals of its currency. */
export function moneyFromMinor(minor: number, currency: string): Money {
  const exponent = currencyExponent(currency);
  return { amount: printed({ digits: BigInt(minor), scale: exponent }, exponent), currency };
}
