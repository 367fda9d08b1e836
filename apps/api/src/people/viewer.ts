import { forTenant } from '@odolog/db';
import { formatFor, type Format } from '@odolog/events';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { readProfile } from './profile.js';

/** How the caller reads measures: asked with every timeline, changed seldom. */
export async function formatOf({ cache, db }: Resources, caller: Caller): Promise<Format> {
  const preferences = await cache.getOrSet({
    key: keyOf(caller),
    ttl: '60s',
    factory: async () =>
      (await forTenant(db, caller.tenantId, (trx) => readProfile(trx, caller.userId))).preferences,
  });
  return formatFor(preferences);
}

export async function forgetViewer({ cache }: Resources, caller: Caller): Promise<void> {
  await cache.delete({ key: keyOf(caller) });
}

function keyOf({ userId }: Caller): string {
  return `preferences:${userId}`;
}
