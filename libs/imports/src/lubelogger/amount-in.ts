import { currencyExponent } from '@odolog/units';

/** Digits from the first to the last, with what may part them. */
const figures = /\d(?:[\d.,'’\s]*\d)?/;

/**
 * An amount as a server somewhere writes it: `$1,234.50`, `1.234,50 €`, `CHF 1’234.50`, `(5,00 €)`. One sign before three digits
 * parts thousands, unless the currency has three decimals; what else stands last before digits are decimals.
 *
 * @returns a decimal text; what holds no digit stays as it is
 */
export function amountIn(written: string, currency: string): string {
  const match = figures.exec(written);
  if (!match) return written;
  const [found] = match;
  const decimals = decimalsOf(found, currency);
  const whole = (decimals ? found.slice(0, -decimals.length - 1) : found).replaceAll(/\D/g, '');
  // `45,- €` has no cents, and is not owed
  const isNegative =
    /[(\-−]/.test(written.slice(0, match.index)) ||
    /^\s?[-−]/.test(written.slice(match.index + found.length));
  const sign = isNegative ? '-' : '';
  return `${sign}${whole}${decimals && `.${decimals}`}`;
}

function decimalsOf(found: string, currency: string): string {
  const [, decimals = ''] = /[.,](\d+)$/.exec(found) ?? [];
  const signs = found.match(/[.,]/g) ?? [];
  const isGroup = decimals.length === 3 && new Set(signs).size === 1;
  return isGroup && (signs.length > 1 || currencyExponent(currency) !== 3) ? '' : decimals;
}
