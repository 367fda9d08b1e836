import type { Identity, IdentityProvider } from '@odolog/auth';
import { Problem } from '@odolog/problems';
import type { Cache } from '../cache.js';

/** So long may a token outlive its session, where another process ended it. */
const sessionsLive = '5s';

/**
 * A token holds for minutes, a session until somebody signs out: everywhere, or by a new password. Then the token must not
 * go on.
 *
 * @throws Problem `unauthenticated` when the session that the token was made for is over
 */
export async function refuseEndedSession(
  { cache, identity }: { readonly cache: Cache; readonly identity: IdentityProvider },
  { sessionId }: Pick<Identity, 'sessionId'>,
): Promise<void> {
  if (sessionId === undefined) return;
  const lives = await cache.getOrSet({
    key: keyOf(sessionId),
    ttl: sessionsLive,
    factory: () => identity.sessionLives(sessionId),
  });
  if (!lives) throw new Problem('unauthenticated');
}

/** So that this process, and through Redis every other, looks again at once. */
export async function forgetSessions(cache: Cache, sessionIds: readonly string[]): Promise<void> {
  await cache.deleteMany({ keys: sessionIds.map(keyOf) });
}

function keyOf(sessionId: string): string {
  return `session:${sessionId}`;
}
