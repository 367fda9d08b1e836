import { acceptedLocales, isLanguageTag } from './accepted-locales.js';

interface Wishes {
  /** The preference of whoever is signed in. */
  readonly profile: string | undefined;
  /** What was chosen in this browser. */
  readonly cookie: string | undefined;
  readonly acceptLanguage: string | null;
}

export interface ChosenLanguage {
  /** The file in messages/ whose words are shown. */
  readonly language: string;
  /** By which the words' own dates and plurals are written: a locale of that language, such as `de-AT`. */
  readonly wordsLocale: string;
  /** By which numbers, dates and money are written; of another language when the pages do not speak it. */
  readonly viewerLocale: string;
}

/** The first wish whose language has a file, from the most considered to the least: profile, cookie, the browser's list. */
export function chooseLanguage(
  { profile, cookie, acceptLanguage }: Wishes,
  spoken: readonly string[],
): ChosenLanguage {
  const stated = [profile, cookie].filter((tag) => tag !== undefined && isLanguageTag(tag)) as string[];
  const wished = [...stated, ...acceptedLocales(acceptLanguage)];
  const found = wished.find((tag) => spoken.includes(languageOf(tag))) ?? 'en';
  return { language: languageOf(found), wordsLocale: found, viewerLocale: wished[0] ?? found };
}

/** `de` of `de-AT`. */
export function languageOf(locale: string): string {
  return locale.split('-')[0]!.toLowerCase();
}
