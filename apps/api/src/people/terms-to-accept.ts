import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { readAcceptedTerms } from './accepted-terms.js';

const rememberedFor = '60s';

/** The version of the terms that stands between the caller and the pages: for everybody who has not accepted it. */
export async function termsToAccept(resources: Resources, caller: Caller): Promise<string | null> {
  const { cache, config } = resources;
  return cache.getOrSet({
    key: keyOf(resources, caller),
    ttl: rememberedFor,
    factory: async () => {
      const { current, accepted } = await readAcceptedTerms(resources, caller);
      return accepted.some(({ version }) => version === current) ? null : config.terms.version;
    },
  });
}

export async function forgetTermsToAccept(resources: Resources, caller: Caller): Promise<void> {
  await resources.cache.delete({ key: keyOf(resources, caller) });
}

function keyOf({ config }: Resources, { userId }: Caller): string {
  return `terms-to-accept:${config.terms.version}:${userId}`;
}
