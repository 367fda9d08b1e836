import { answer } from '@/api/client';
import type { PreferenceChanges } from '@/api/schema.gen';
import { homePreferences } from '@/format/home-preferences';
import { browserApi } from '@/session/browser-session';
import { forgetTenant } from '@/session/tenant-choice';

export type Purpose = 'sign-in' | 'sign-up';
export type Outcome = 'entered' | 'wrong' | 'taken' | 'limited' | 'unreachable';

/** Signs a person in or up. A new person starts with the units and the currency of where the browser says they are. */
export async function enter(purpose: Purpose, fields: Readonly<Record<string, string>>): Promise<Outcome> {
  forgetTenant();
  const response = await fetch(`/api/auth/${purpose}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => undefined);
  if (!response || response.status >= 500) return 'unreachable';
  if (response.status === 429) return 'limited';
  if (!response.ok) return purpose === 'sign-up' ? 'taken' : 'wrong';
  if (purpose === 'sign-up') await keepPreferences(homePreferences(navigator.language, zone()));
  return 'entered';
}

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A guess that fails to be stored is no reason to keep anyone out: the settings are one tap away. */
async function keepPreferences(body: PreferenceChanges): Promise<void> {
  await answer(browserApi.PATCH('/api/v1/me/preferences', { body })).catch(() => undefined);
}
