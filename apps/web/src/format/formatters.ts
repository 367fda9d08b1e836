import { currencyExponent } from '@odolog/units';

// Making a formatter takes longer than using it a thousand times: each is made once.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function once<Made extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Made): Made {
  const known = made.get(key) as Made | undefined;
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

export const numberFormat = (locale: string, digits: number) =>
  once(
    `n ${locale} ${digits}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
/** Every decimal that was typed, and at least those that the measure is usually printed with. */
export const asTyped = (locale: string, value: number, digits: number) => upTo(20, { locale, value, digits });
/** Without zeros at the end, and so many decimals at most. */
export const upTo = (
  most: number,
  { locale, value, digits = 0 }: { locale: string; value: number; digits?: number },
) =>
  once(
    `t ${locale} ${digits} ${most}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: most }),
  ).format(value);
/** With every decimal that a price may have. With the symbol that tells currencies apart: not every dollar is one's own. */
export const priceFormat = (locale: string, currency: string) =>
  once(
    `p ${locale} ${currency}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 6,
      }),
  );
/** With the decimals of ISO 4217, as sums are counted: Intl leaves those out that nobody pays in, as of HUF and IQD. */
export const currencyFormat = (locale: string, currency: string) =>
  once(`c ${locale} ${currency}`, () => {
    const digits = currencyExponent(currency);
    const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...decimals });
  });
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  once(
    `d ${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
  );
