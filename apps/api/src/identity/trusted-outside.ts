import {
  fetchKeys,
  keySet,
  type Claims,
  type Identity,
  type IdentityProvider,
  type OutsideProvider,
  type TrustedIssuer,
} from '@odolog/auth';
import { createHash } from 'node:crypto';
import type { Cache } from '../cache.js';
import { linkStands } from './living-link.js';

const recognisedFor = '1m';

/** The providers elsewhere whose tokens open the API. */
export function trustedOutside(
  providers: readonly OutsideProvider[],
  identity: IdentityProvider,
  cache: Cache,
): TrustedIssuer[] {
  return providers.flatMap((provider) => {
    const { issuer, audience, jwksUrl } = provider;
    if (audience === undefined) return [];
    const keys = keySet(() => fetchKeys({ issuer, jwksUrl }));
    return [
      { issuer, audience, keys, recognise: (claims) => remembered(cache, identity, { provider, claims }) },
    ];
  });
}

/** The same claims again mean the same person for a while: a token is sent with every request. */
async function remembered(
  cache: Cache,
  identity: IdentityProvider,
  { provider, claims }: { provider: OutsideProvider; claims: Claims },
): Promise<Identity> {
  const key = `recognised:${provider.id}:${createHash('sha256').update(JSON.stringify(claims)).digest('base64url')}`;
  const known = await cache.get<Identity>({ key });
  if (known && (await linkStands({ cache, identity }, known))) return known;
  const recognised = await identity.recognise(provider, claims);
  await cache.delete({ key: `memberships:${recognised.userId}` });
  await cache.set({ key, value: recognised, ttl: recognisedFor });
  return recognised;
}
