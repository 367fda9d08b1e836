import { currencyExponent } from '@odolog/units';
import type { Money, Preferences } from '@/api/schema.gen';
import { usableLocale } from '@/i18n/languages';
import { dates } from './dates';
import { currencyFormat, priceFormat } from './formatters';
import { measures } from './measures';
import { dayIn } from './today';

type Viewing = Pick<Preferences, 'locale' | 'distanceUnit' | 'volumeUnit'> &
  Partial<Pick<Preferences, 'timeZone'>>;
export type ViewerFormat = ReturnType<typeof viewerFormat>;

/**
 * Numbers, money, dates and measures as one viewer reads them. Cheap: Intl's formatters are made once a locale.
 * @param today YYYY-MM-DD, else the viewer's own; what the browser draws over must have it from the server, whose clock may tell another day
 */
export function viewerFormat(
  { locale: wanted, distanceUnit, volumeUnit, timeZone = 'UTC' }: Viewing,
  today = dayIn(timeZone),
) {
  const locale = usableLocale(wanted);
  return {
    locale,
    distanceUnit,
    volumeUnit,
    unitPrice: ({ amount, currency }: Money) => priceFormat(locale, currency).format(Number(amount)),
    money: ({ amount, currency }: Money) => signed(currencyFormat(locale, currency).format(Number(amount))),
    moneyMinor: (minor: number, currency: string) =>
      signed(currencyFormat(locale, currency).format(minor / 10 ** currencyExponent(currency))),
    ...measures({ locale, distanceUnit, volumeUnit }),
    ...dates(locale, timeZone, today),
  };
}

/** `€`, `$` or the code: what stands before an amount in a field. */
export function currencySymbol(locale: string, currency: string): string {
  const parts = currencyFormat(usableLocale(locale), currency).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

const signed = (text: string) => text.replace('-', '−');
