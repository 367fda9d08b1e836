import { usableLocale } from '@/i18n/languages';

export interface Named {
  readonly value: string;
  readonly label: string;
}

/** Currencies by code, with their names. Made on the server, whose names a browser need not share. */
export function namedCurrencies(locale: string): Named[] {
  const names = new Intl.DisplayNames(usableLocale(locale), { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value}, ${names.of(value)}`,
  }));
}
