import { keepCookie, keptCookie } from '@/cookies/browser-cookie';

/** What was last chosen in this browser, for the pages that need nobody signed in. */
export const languageCookie = 'odolog-language';

const aYear = 60 * 60 * 24 * 365;

/** From the next page on. A preference of whoever is signed in counts more. */
export function rememberLanguage(locale: string): void {
  keepCookie(languageCookie, locale, aYear);
}

/** What was chosen here, if anything was. */
export function chosenLanguage(): string | undefined {
  return keptCookie(languageCookie);
}
