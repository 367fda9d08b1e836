import type { BetterAuthOptions } from 'better-auth';
import { PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { accountOptions } from './account/account-options.js';
import { confirmedForFactors } from './account/confirmed-for-factors.js';
import { confirmByPassword } from './account/confirm-by-password.js';
import { freshForWaysIn } from './account/fresh-for-ways-in.js';
import { refuseGuessable } from './account/guessable-passwords.js';
import type { PostBox } from './account/post-box.js';
import { admitCodes } from './account/admit-codes.js';
import { admitPasswords } from './account/admit-passwords.js';
import { codesByMail, passkeys, secondFactor } from './account/second-factor.js';
import { rememberProven } from './account/proven-passwords.js';
import { singleUseCodes } from './account/single-use-codes.js';
import { singleUseLinks } from './account/single-use-links.js';
import { auditPeople } from './audit-people.js';
import type { IdentityProviderConfig } from './identity-config.js';
import { issuedTokens } from './issued-tokens.js';
import { idsOfOffered } from './outside-provider.js';
import { freshForSeconds } from './sessions.js';

const closedPaths = [
  // Answered by id under /api/v1/me/sessions: these would tell a page the secrets of other devices.
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  ...codesByMail,
  // Nothing asks it: whoever found a device signed in could try passwords there.
  '/verify-password',
  // Answered under /api/v1/me/account, where the last way in stays.
  '/list-accounts',
  '/unlink-account',
  // Tokens of other providers are not kept, and errors are told by our own pages.
  '/refresh-token',
  '/get-access-token',
  '/account-info',
  '/error',
];

/**
 * How the identity provider is set up. Ids are UUIDs, since a person's id is also the id of the profile; a sign-up is one
 * transaction, in which a trigger makes profile, personal tenant and membership.
 */
export function identityOptions(config: IdentityProviderConfig, pool: Pool, post: PostBox) {
  const { publicUrl } = config;
  return {
    appName: 'Odolog',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: {
      dialect: new PostgresDialect({ pool }),
      type: 'postgres',
      transaction: true,
      schemaName: 'auth',
    },
    ...accountOptions(config, pool, post),
    session: { freshAge: freshForSeconds },
    trustedOrigins: (request) => [publicUrl, ...sameHost(request, publicUrl)],
    // Limits are kept by the API for all of its routes, in one place.
    rateLimit: { enabled: false },
    disabledPaths: closedPaths,
    telemetry: { enabled: false },
    // Whoever mounts this answers and logs what goes wrong: better-auth would print rows, with addresses in them.
    logger: { disabled: true },
    onAPIError: { throw: true, errorURL: `${publicUrl}/sign-in` },
    advanced: {
      // Said aloud, since better-auth leaves both out by default when it finds itself in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'odolog',
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: { session: { delete: { after: ({ id }) => config.onSessionEnded(id) } } },
    plugins: [
      singleUseLinks(pool, { ...config, post }),
      rememberProven(config.requireVerifiedEmail),
      refuseGuessable,
      confirmedForFactors,
      admitPasswords,
      confirmByPassword,
      freshForWaysIn(pool, idsOfOffered(config.outsideProviders)),
      secondFactor,
      admitCodes,
      singleUseCodes(pool),
      passkeys(publicUrl),
      issuedTokens(pool, publicUrl),
      auditPeople(pool),
    ],
  } satisfies BetterAuthOptions;
}

/** A page that this very server sent may talk to it, by whatever name the browser knows it: localhost or 127.0.0.1. */
function sameHost(request: Request | undefined, publicUrl: string): string[] {
  const host = request?.headers.get('host');
  return host ? [`${new URL(publicUrl).protocol}//${host}`] : [];
}
