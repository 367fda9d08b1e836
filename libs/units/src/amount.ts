import { currencyExponent } from './currency.js';
import {
  compare,
  decimal,
  halfOfPlace,
  magnitude,
  minus,
  plus,
  printed,
  times,
  type Decimal,
} from './decimal.js';
import type { Money, Volume } from './measures.js';

/** Pumps print at least two decimals of the volume. A JSON number drops trailing zeros: 40 stands for 40.00. */
const volumePlaces = 2;

/** Volume x price per unit of that volume, rounded to the currency's minor unit. */
export function amountOf(volume: Volume, unitPrice: Money): Money {
  const exact = times(decimal(volume.value), decimal(unitPrice.amount));
  return { amount: printed(exact, currencyExponent(unitPrice.currency)), currency: unitPrice.currency };
}

/**
 * Whether volume x unit price gives the total. Three roundings may stand between them: the total is rounded to half a minor
 * unit, and the volume and the price that were printed are each within half of their own last decimal, which the other
 * factor multiplies. A price counts with the decimals that it was typed with, at least its currency's.
 */
export function amountAgrees(volume: Volume, unitPrice: Money, total: Money): boolean {
  const exponent = currencyExponent(total.currency);
  const quantity = decimal(volume.value);
  const price = decimal(unitPrice.amount);
  const difference = magnitude(minus(times(quantity, price), decimal(total.amount)));
  const tolerance = [
    halfOfPlace(exponent),
    times(price, halfOfPlace(Math.max(quantity.scale, volumePlaces))),
    times(quantity, halfOfPlace(Math.max(price.scale, exponent))),
  ].reduce((sum: Decimal, part) => plus(sum, part));
  return compare(difference, tolerance) <= 0;
}
