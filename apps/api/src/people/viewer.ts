import { forTenant } from '@odolog/db';
import { formatFor, type Format } from '@odolog/events';
import { wordsIn } from '@odolog/words';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { Preferences } from './people.contract.js';
import { readProfile } from './profile.js';

/** How the caller reads measures and words. */
export async function formatOf(resources: Resources, caller: Caller): Promise<Format> {
  const preferences = await preferencesOf(resources, caller);
  return formatFor({ ...preferences, say: wordsIn(preferences.locale).say });
}

/** Asked with every timeline, changed seldom. */
export function preferencesOf({ cache, db }: Resources, caller: Caller): Promise<Preferences> {
  return cache.getOrSet({
    key: keyOf(caller),
    ttl: '60s',
    factory: async () =>
      (await forTenant(db, caller.tenantId, (trx) => readProfile(trx, caller.userId))).preferences,
  });
}

export async function forgetViewer({ cache }: Resources, caller: Caller): Promise<void> {
  await cache.delete({ key: keyOf(caller) });
}

function keyOf({ userId }: Caller): string {
  return `preferences:${userId}`;
}
