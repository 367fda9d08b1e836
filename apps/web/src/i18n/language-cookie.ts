/** What was last chosen in this browser, for the pages that need nobody signed in. */
export const languageCookie = 'odolog-language';

const aYear = 60 * 60 * 24 * 365;

/** From the next page on. A preference of whoever is signed in counts more. */
export function rememberLanguage(locale: string): void {
  document.cookie = `${languageCookie}=${locale}; path=/; max-age=${aYear}; samesite=lax`;
}

/** What was chosen here, if anything was. */
export function chosenLanguage(): string | undefined {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${languageCookie}=`));
  return pair?.slice(languageCookie.length + 1);
}
