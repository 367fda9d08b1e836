import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { PreferenceChanges, SignIn, SignUp } from '@/api/schema.gen';
import { homeLocale, homePreferences } from '@/format/home-preferences';
import { chosenLanguage } from '@/i18n/language-cookie';
import { browserApi, publicApi } from '@/session/browser-session';
import { forgetTenant } from '@/session/tenant-choice';

export type Problem = 'wrong' | 'taken' | 'limited' | 'unreachable' | 'unconfirmed' | 'common';
/** `code` asks for the second factor, `confirm` to open the link in a message first. */
export type Outcome = 'entered' | 'code' | 'confirm' | Problem;

export async function signIn(body: SignIn): Promise<Outcome> {
  forgetTenant();
  try {
    const signedIn = await answer(publicApi.POST('/api/auth/sign-in/email', { body }));
    return 'twoFactorRedirect' in signedIn ? 'code' : 'entered';
  } catch (error) {
    if (reasonOf(error) === 'EMAIL_NOT_VERIFIED') return 'unconfirmed';
    return outcomeOf(error, 'wrong');
  }
}

/** A new person starts with the units and the currency of where the browser says they are. */
export async function signUp(body: SignUp): Promise<Outcome> {
  forgetTenant();
  try {
    const { token } = await answer(publicApi.POST('/api/auth/sign-up/email', { body }));
    if (token === null) return 'confirm';
  } catch (error) {
    return reasonOf(error) === 'PASSWORD_TOO_COMMON' ? 'common' : outcomeOf(error, 'taken');
  }
  await keepPreferences(homePreferences(homeLocale(chosenLanguage(), navigator.languages), zone()));
  return 'entered';
}

function reasonOf(error: unknown): unknown {
  return error instanceof ApiProblem ? error.body['reason'] : undefined;
}

function outcomeOf(error: unknown, refused: Problem): Problem {
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 429) return 'limited';
  return status >= 400 && status < 500 ? refused : 'unreachable';
}

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A guess that fails to be stored is no reason to keep anyone out: the settings are one tap away. */
async function keepPreferences(body: PreferenceChanges): Promise<void> {
  await answer(browserApi.PATCH('/api/v1/me/preferences', { body })).catch(() => undefined);
}
