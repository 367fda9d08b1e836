import { betterAuth } from 'better-auth';
import type { JSONWebKeySet } from 'jose';
import { keptConnections } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { type Admission, admission } from './account/admission.js';
import { createPostBox } from './account/post-box.js';
import { type Account, accountOf } from './account-of.js';
import type { IdentityProviderConfig } from './identity-config.js';
import { identityOptions } from './identity-options.js';
import { linkedPerson, recognise, refuseUnconfirmed } from './outside-people.js';
import { type Claims, idsOfOffered, type OutsideProvider } from './outside-provider.js';
import { outsideSignIn } from './outside-sign-in.js';
import { recordRefusedSignIns, type Refused } from './record-refused-sign-ins.js';
import { opensSigningKey, retireLostKeys } from './retire-lost-keys.js';
import { unlinkProvider } from './unlink-provider.js';
import type { Identity } from './verify-token.js';
import {
  endSession,
  endSessions,
  type Session,
  sessionIsFresh,
  sessionLives,
  sessionsOf,
} from './sessions.js';

/** The built-in identity provider: sign-up, sign-in, sessions, tokens and their keys, under `/api/auth`. */
export interface IdentityProvider {
  /**
   * Answers a request to `/api/auth/*`. A message on the way that is not admitted is not sent; the answer is the same.
   *
   * @throws Problem `rate-limited` for a code that is not admitted, `unavailable` while another process signs with another secret
   */
  handle(request: Request, admitted: Admission): Promise<Response>;
  /** The public keys by which its tokens are verified. */
  keys(): Promise<JSONWebKeySet>;
  /** False while another process signs by another secret: this one can then issue no tokens. */
  opensSigningKey(): Promise<boolean>;
  /** How a person signs in; undefined for somebody who does so elsewhere. */
  accountOf(userId: string): Promise<Account | undefined>;
  /** Where a person is signed in. */
  sessionsOf(userId: string): Promise<Session[]>;
  /** Whether somebody is still signed in by this session. */
  sessionLives(sessionId: string): Promise<boolean>;
  /** Whether somebody signed in by this session not long ago, and may make new ways in. */
  sessionIsFresh(sessionId: string): Promise<boolean>;
  /** Signs one device of a person out. @returns the ids of what is over now */
  endSession(userId: string, sessionId: string): Promise<string[]>;
  /** Signs a person out everywhere, but for one session if it is named. @returns the ids of what is over now */
  endSessions(userId: string, except: string | undefined): Promise<string[]>;
  /**
   * Takes a provider elsewhere from a person, and the memberships that it gave. Only they can link it again.
   *
   * @returns what is unlinked now
   * @throws Problem `not-found`, `last-way-in`
   */
  unlinkProvider(userId: string, linkId: string): Promise<NonNullable<Identity['link']>>;
  /** The person whom a provider elsewhere knows by this subject. */
  linkedPerson(link: NonNullable<Identity['link']>): Promise<string | undefined>;
  /**
   * Who the verified claims of a provider elsewhere speak of, brought into being if need be.
   *
   * @throws Problem `forbidden` when it cannot be told whether they are somebody who is here already, or must confirm their address
   * first, `unauthenticated` for claims of before they deleted their account
   */
  recognise(provider: OutsideProvider, claims: Claims): Promise<Identity>;
  /** Keeps in the audit trail that so many sign-ins with an address were refused within the hour. */
  recordRefusedSignIns(refused: Refused): Promise<void>;
  close(): Promise<void>;
}

/** Makes the identity provider. Connects when it is first asked. */
export function createIdentityProvider(config: IdentityProviderConfig): IdentityProvider {
  const pool = new Pool({
    connectionString: config.databaseUrl,
    max: 5,
    application_name: 'odolog-auth',
    ...keptConnections,
  });
  // A connection that drops while idle is the pool's business: the next query gets a fresh one.
  pool.on('error', () => undefined);
  const post = createPostBox(config.mailer, config.onMailLost);
  const options = identityOptions(config, pool, post);
  const auth = betterAuth(options);
  const outside = outsideSignIn(options, pool, config);
  const offered = idsOfOffered(config.outsideProviders);
  const answer = (request: Request) =>
    outside.takes(request) ? outside.handle(request) : auth.handler(request);
  let keysLookedAt: Promise<void> | undefined;
  /** Once, before the first answer; again where the database was not there. */
  const lookAtKeys = () =>
    (keysLookedAt ??= retireLostKeys(pool, config.secret).catch((error: unknown) => {
      keysLookedAt = undefined;
      throw error;
    }));
  return {
    handle: async (request, admitted) => {
      await lookAtKeys();
      const asked = fromPlainClient(request, config.publicUrl);
      const answered = admission.run(admitted, () => answer(asked));
      return takingItsTime(asked, config, answered).catch(async (error: unknown) => {
        if (error instanceof Problem || (await opensSigningKey(pool, config.secret))) throw error;
        throw new Problem('unavailable', {}, { cause: error });
      });
    },
    keys: async () => (await auth.api.getJwks()) as JSONWebKeySet,
    recognise: async (provider, claims) => {
      const identity = await recognise(pool, provider, claims);
      if (config.requireVerifiedEmail) await refuseUnconfirmed(pool, identity.userId);
      return identity;
    },
    opensSigningKey: () => opensSigningKey(pool, config.secret),
    accountOf: (userId) => accountOf(pool, userId),
    sessionsOf: (userId) => sessionsOf(pool, userId),
    sessionLives: (sessionId) => sessionLives(pool, sessionId),
    sessionIsFresh: (sessionId) => sessionIsFresh(pool, sessionId),
    endSession: (userId, sessionId) => endSession(pool, userId, sessionId),
    endSessions: (userId, except) => endSessions(pool, userId, except),
    linkedPerson: (link) => linkedPerson(pool, link),
    unlinkProvider: (userId, linkId) => unlinkProvider(pool, { userId, linkId, offered }),
    recordRefusedSignIns: (refused) => recordRefusedSignIns(pool, refused),
    close: async () => {
      await post.empty();
      await pool.end();
    },
  };
}

/** Longer than the work takes, whether or not there is an account. */
const evenTimeMs = 400;

/** Answers that must not tell whether an address has an account take the same time either way. */
async function takingItsTime(
  request: Request,
  { requireVerifiedEmail }: IdentityProviderConfig,
  answer: Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isEven =
    pathname.endsWith('/request-password-reset') ||
    (requireVerifiedEmail && pathname.endsWith('/sign-up/email'));
  const [response] = await Promise.all([answer, isEven ? pause(evenTimeMs) : undefined]);
  return response;
}

/**
 * Browsers always say where a writing request comes from, and are held to it. A client that is no browser may keep
 * cookies without sending an Origin: nobody can be tricked through it, so it counts as ours.
 */
function fromPlainClient(request: Request, publicUrl: string): Request {
  const { headers } = request;
  if (headers.has('origin') || headers.has('referer') || headers.has('sec-fetch-site')) return request;
  headers.set('origin', publicUrl);
  return request;
}
