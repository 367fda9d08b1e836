import type { PreferenceChanges } from '@/api/schema.gen';

const currencyByRegion: Readonly<Record<string, string>> = {
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  TR: 'TRY',
  UA: 'UAH',
  JP: 'JPY',
  CN: 'CNY',
  IN: 'INR',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
};

/**
 * What most people in the region of a locale use, to start with. American and British English are what half the world's
 * browsers are set to, so miles and gallons need the clock to agree.
 */
export function homePreferences(locale: string, timeZone: string): PreferenceChanges {
  const region = new Intl.Locale(locale).region ?? '';
  if (region === 'US' && /^(America|Pacific\/Honolulu)/.test(timeZone)) {
    return { locale, timeZone, currency: 'USD', distanceUnit: 'mi', volumeUnit: 'gal-us' };
  }
  if (timeZone === 'Europe/London') {
    return { locale, timeZone, currency: 'GBP', distanceUnit: 'mi', volumeUnit: 'L' };
  }
  return {
    locale,
    timeZone,
    currency: currencyByRegion[region] ?? 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
  };
}

/** The browser's own locale, or the one of the language that was chosen in it: with its region where the browser names one. */
export function homeLocale(chosen: string | undefined, accepted: readonly string[]): string {
  const ofChosen = accepted.find((tag) => chosen !== undefined && languageOf(tag) === languageOf(chosen));
  return ofChosen ?? chosen ?? accepted[0] ?? 'en';
}

const languageOf = (tag: string) => new Intl.Locale(tag).language;
