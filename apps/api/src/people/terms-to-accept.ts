import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { readAcceptedTerms } from './accepted-terms.js';

const rememberedFor = '60s';

/**
 * The version of the terms that stands between the caller and the pages: for those who come from a provider elsewhere, who have
 * never seen any, and for those who accepted another one. Whoever was signed up by a program that said nothing of terms finds
 * them in the settings.
 */
export async function termsToAccept(resources: Resources, caller: Caller): Promise<string | null> {
  const { cache, config, identity } = resources;
  const { userId } = caller;
  return cache.getOrSet({
    key: keyOf(resources, userId),
    ttl: rememberedFor,
    factory: async () => {
      const { current, accepted } = await readAcceptedTerms(resources, caller);
      if (accepted.some(({ version }) => version === current)) return null;
      const hasPassword = (await identity.accountOf(userId))?.hasPassword ?? false;
      return accepted.length > 0 || !hasPassword ? config.terms.version : null;
    },
  });
}

export async function forgetTermsToAccept(resources: Resources, { userId }: Caller): Promise<void> {
  await resources.cache.delete({ key: keyOf(resources, userId) });
}

function keyOf({ config }: Resources, userId: string): string {
  return `terms-to-accept:${config.terms.version}:${userId}`;
}
