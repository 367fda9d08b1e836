import type { Identity, IdentityProvider } from '@odolog/auth';
import { Problem } from '@odolog/problems';
import type { Cache } from '../cache.js';

/** So long may a token of a provider elsewhere outlive the link to it, where another process cut it. */
const linksLive = '5s';

type Link = NonNullable<Identity['link']>;
type Linked = Pick<Identity, 'userId' | 'link'>;

/** Whether the person whom claims spoke of a moment ago is still the one that they are linked to. */
export async function linkStands(
  { cache, identity }: { readonly cache: Cache; readonly identity: IdentityProvider },
  { userId, link }: Linked,
): Promise<boolean> {
  if (link === undefined) return true;
  const linked = await cache.getOrSet({
    key: keyOf(link),
    ttl: linksLive,
    factory: async () => (await identity.linkedPerson(link)) ?? null,
  });
  return linked === userId;
}

/** @throws Problem `unauthenticated` when the provider that the token is of was unlinked */
export async function refuseCutLink(
  known: { readonly cache: Cache; readonly identity: IdentityProvider },
  linked: Linked,
): Promise<void> {
  if (!(await linkStands(known, linked))) throw new Problem('unauthenticated');
}

/** So that this process, and through Redis every other, looks again at once. */
export async function forgetLink(cache: Cache, link: Link): Promise<void> {
  await cache.delete({ key: keyOf(link) });
}

function keyOf({ providerId, subject }: Link): string {
  return `link:${providerId}:${subject}`;
}
