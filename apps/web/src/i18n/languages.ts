/** A locale that Intl knows; English without a region is read as British, since its dates are what the pages are drawn with. */
export function usableLocale(locale: string | undefined): string {
  if (!locale || locale === 'en') return 'en-GB';
  return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0 ? locale : 'en-GB';
}

/** Which way the language of a locale is written: it goes on the root element, and the layout follows. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Scripts in use, by ISO 15924. `Intl.Locale` knows the direction itself, but not in every browser yet. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);
