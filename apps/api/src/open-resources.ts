import {
  createIdentityProvider,
  type IdentityProvider,
  isApiKey,
  keySet,
  membershipsOf,
  type Membership,
  type PasswordHash,
  tokenVerifier,
  verifyApiKey,
} from '@odolog/auth';
import { createDatabase } from '@odolog/db';
import { createEventStore } from '@odolog/event-store';
import { createMailer } from '@odolog/mail';
import { createVinCatalogue } from '@odolog/vin';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cache, createCache } from './cache.js';
import type { Config } from './config.js';
import { forgetSessions, refuseEndedSession } from './identity/living-session.js';
import { trustedOutside } from './identity/trusted-outside.js';
import { Limiter } from './limits/limiter.js';
import { openRedis } from './redis.js';
import type { Resources } from './resources.js';

const membershipsLive = '5s';
const longestGoodbyeMs = 1_000;

/**
 * Opens everything that the process needs. Connections are made when they are first used.
 *
 * @param passwordHash in place of the strong one, whose work is most of a test's that signs people up
 */
export function openResources(config: Config, log: Logger, passwordHash?: PasswordHash): Resources {
  const redis = config.redisUrl ? openRedis(config.redisUrl, log) : undefined;
  const cache = createCache(redis);
  const db = createDatabase({
    connectionString: config.apiDatabaseUrl,
    max: config.databaseConnections,
    applicationName: 'odolog-api',
  });
  const store = createEventStore(db);
  const jobs = config.jobsDatabaseUrl ? openJobs(config.jobsDatabaseUrl) : undefined;
  const mailer = createMailer(config.mail);
  const identity = openIdentity(config, { cache, log, mailer }, passwordHash);
  const verifyJwt = tokenVerifier([
    { issuer: config.publicUrl, audience: config.publicUrl, keys: keySet(() => identity.keys()) },
    ...trustedOutside(config.outsideProviders, identity, cache),
  ]);
  const vinCatalogue = createVinCatalogue();
  return {
    config,
    log,
    redis,
    cache,
    limiter: new Limiter(redis),
    db,
    store,
    jobs,
    mailer,
    identity,
    vinCatalogue,
    verifyToken: async (token) => {
      if (isApiKey(token)) return verifyApiKey(db, token);
      const holder = await verifyJwt(token);
      await refuseEndedSession({ cache, identity }, holder);
      return holder;
    },
    membershipsOf: (userId) =>
      cache.getOrSet({
        key: `memberships:${userId}`,
        ttl: membershipsLive,
        factory: async () => operatedBy(config.operatingTenant, await membershipsOf(db, userId)),
      }),
    close: async () => {
      store.close();
      await Promise.all([identity.close(), db.close(), leave(cache), jobs?.end(), vinCatalogue.close()]);
      redis?.disconnect();
    },
  };
}

function openIdentity(
  config: Config,
  { cache, log, mailer }: Pick<Resources, 'cache' | 'log' | 'mailer'>,
  passwordHash?: PasswordHash,
): IdentityProvider {
  const forgetMemberships = async (userId: string) =>
    void (await cache.delete({ key: `memberships:${userId}` }));
  return createIdentityProvider({
    databaseUrl: config.authDatabaseUrl,
    secret: config.authSecret,
    publicUrl: config.publicUrl,
    requireVerifiedEmail: config.requireVerifiedEmail,
    termsVersion: config.terms.version,
    mailer,
    onSessionEnded: (sessionId) => forgetSessions(cache, [sessionId]),
    onPersonRemoved: forgetMemberships,
    onVisited: forgetMemberships,
    onMailLost: (error) => log.error({ err: error }, 'mail'),
    ...(passwordHash && { passwordHash }),
    outsideProviders: config.outsideProviders,
  });
}

/** A tenant that the configuration names operates the installation in the place of the first one. */
function operatedBy(named: string | undefined, memberships: readonly Membership[]): readonly Membership[] {
  if (named === undefined) return memberships;
  return memberships.map((membership) => ({ ...membership, operates: membership.tenantId === named }));
}

/** Says goodbye to Redis, but does not wait for one that is away. */
async function leave(cache: Cache): Promise<void> {
  await Promise.race([cache.disconnectAll(), pause(longestGoodbyeMs, undefined, { ref: false })]);
}

function openJobs(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 1, application_name: 'odolog-api' });
  // A connection that drops while idle is made anew with the next question.
  pool.on('error', () => undefined);
  return pool;
}
