/** The languages that have a file in messages/. The first is the fallback. */
export const languages = ['en'] as const;

/** The language whose messages serve a locale such as `de-AT`. */
export function languageOf(locale: string): (typeof languages)[number] {
  const language = locale.split('-')[0];
  return languages.find((known) => known === language) ?? languages[0];
}

/** A locale that Intl knows; English without a region is read as British, since its dates are what the pages are drawn with. */
export function usableLocale(locale: string | undefined): string {
  if (!locale || locale === 'en') return 'en-GB';
  return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0 ? locale : 'en-GB';
}
