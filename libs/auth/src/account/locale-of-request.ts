import { getCurrentAuthContext } from '@better-auth/core/context';
import { chooseLanguage, languages } from '@odolog/words';

const chosenHere = /(?:^|; )odolog-language=([\w-]+)/;

/**
 * In which language whoever asks is answered by mail: as the pages in their browser are. The identity provider knows no
 * preferences, but whoever has one has it in a cookie since they chose it.
 */
export async function localeOfRequest(): Promise<string> {
  const { headers } = await getCurrentAuthContext();
  const wishes = {
    profile: undefined,
    cookie: chosenHere.exec(headers?.get('cookie') ?? '')?.[1],
    acceptLanguage: headers?.get('accept-language') ?? null,
  };
  return chooseLanguage(wishes, languages()).wordsLocale;
}
