import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getOAuthState } from 'better-auth/api';
import { genericOAuth, type GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import { decodeJwt } from 'jose';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';
import { auditedAtTheEnd } from './audit-people.js';
import { discover, discoveryUrl, fetchKeys, fetchUserInfo } from './discovery.js';
import { keySet } from './key-set.js';
import { followClaims, introduce, linkedPerson, linkOf, wasUnlinked } from './outside-people.js';
import type { Claims, OutsideProvider } from './outside-provider.js';

/** Where a sign-in at a provider begins, where it comes back to, and where an account is linked to one. */
const addresses = /^\/api\/auth\/(sign-in\/social|link-social|callback\/[\w-]+)$/;
const betweenAttemptsMs = 5_000;

/** Sign-in at identity providers elsewhere, by the authorization code flow with PKCE and a nonce. */
export interface OutsideSignIn {
  /** Whether a request is about it. */
  takes(request: Request): boolean;
  handle(request: Request): Promise<Response>;
}

export interface OutsideSignInConfig {
  /** Where people can sign in as well, or whose tokens are taken. */
  readonly outsideProviders: readonly OutsideProvider[];
  /** Is told when somebody came from one, which may have changed where they belong. */
  readonly onVisited: (userId: string) => Promise<void>;
}

interface Visit {
  claims?: Claims;
  /** The person who is signed in here and links the provider to their account. */
  linkedBy?: string | undefined;
}

type Tokens = Parameters<NonNullable<GenericOAuthConfig['getUserInfo']>>[0];

/**
 * Runs beside the built-in provider, with the same sessions: that one must answer even while an issuer does not. An issuer
 * that could not be asked about itself is asked again when somebody wants to sign in there.
 *
 * @param options of the built-in provider
 */
export function outsideSignIn(
  options: BetterAuthOptions,
  pool: Pool,
  { outsideProviders, onVisited }: OutsideSignInConfig,
): OutsideSignIn {
  const offered = outsideProviders.filter(({ clientId }) => clientId !== undefined);
  const visits = new AsyncLocalStorage<Visit>();
  const keys = new Map(offered.map((provider) => [provider.id, keySet(() => fetchKeys(provider))]));
  const open = () => betterAuth(withProviders(options, { pool, offered, visits }));
  let auth: ReturnType<typeof open> | undefined;
  let openedAt = 0;

  const current = async () => {
    const isWhole = auth && (await auth.$context).socialProviders.length === offered.length;
    if (!auth || (!isWhole && Date.now() - openedAt > betweenAttemptsMs)) {
      openedAt = Date.now();
      auth = open();
      for (const { id, idToken } of (await auth.$context).socialProviders)
        // Its own set refuses a key that is newer than the set for half a minute.
        if (idToken && 'jwks' in idToken) idToken.jwks = keys.get(id)!;
    }
    return auth;
  };

  return {
    takes: ({ url }) => addresses.test(new URL(url).pathname),
    handle: async (request) => {
      const { handler } = await current();
      const provider = offered.find(({ id }) => new URL(request.url).pathname.endsWith(`/callback/${id}`));
      if (!provider) return handler(request);
      return auditedAtTheEnd(pool, async () => {
        const visit: Visit = {};
        const response = await visits.run(visit, () => handler(request));
        if (!visit.claims) return response;
        const userId = await follow(pool, provider, visit as Visit & { claims: Claims });
        if (userId !== undefined) await onVisited(userId);
        return response;
      });
    },
  };
}

/** What the issuer says holds from this visit on, whether it ends in a session, a link, or asks for more. @returns who came, if they are somebody here */
async function follow(
  pool: Pool,
  provider: OutsideProvider,
  { claims, linkedBy }: Visit & { readonly claims: Claims },
): Promise<string | undefined> {
  const userId = await linkedPerson(pool, linkOf(provider, claims));
  if (userId === undefined) return undefined;
  await followClaims(pool, { provider, claims, userId });
  if (linkedBy === userId) await linkedAgain(pool, userId, provider);
  return userId;
}

/** What was unlinked once is linked now, by the person who is signed in. */
async function linkedAgain(pool: Pool, userId: string, { id }: OutsideProvider): Promise<void> {
  await pool.query('DELETE FROM auth."unlinkedProvider" WHERE "userId" = $1 AND "providerId" = $2', [
    userId,
    id,
  ]);
  const values = [userId, 'person.provider-linked', JSON.stringify({ provider: id })];
  await pool.query('SELECT app.record_audit_of_person($1, $2, $3)', values);
}

interface Offer {
  readonly pool: Pool;
  readonly offered: readonly OutsideProvider[];
  readonly visits: AsyncLocalStorage<Visit>;
}

function withProviders(options: BetterAuthOptions, { pool, offered, visits }: Offer): BetterAuthOptions {
  const requireEmailVerification = options.emailAndPassword?.requireEmailVerification ?? false;
  const config = offered.map((provider) => ({
    ...configOf(pool, provider, (seen) => Object.assign(visits.getStore() ?? {}, seen)),
    requireEmailVerification,
  }));
  return {
    ...options,
    account: {
      ...options.account,
      // Who somebody is there is all that is kept. Their tokens are not: nothing here needs them.
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        requireLocalEmailVerified: true,
        // of links that a signed-in person asks for
        allowDifferentEmails: true,
      },
    },
    databaseHooks: {
      ...options.databaseHooks,
      account: {
        create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
        update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
      },
    },
    plugins: [...(options.plugins ?? []), genericOAuth({ config })],
  };
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

function configOf(pool: Pool, provider: OutsideProvider, seen: (visit: Visit) => void): GenericOAuthConfig {
  const { id, name, issuer, clientId = '', clientSecret, scopes } = provider;
  return {
    providerId: id,
    name,
    discoveryUrl: discoveryUrl(issuer),
    requireIdTokenVerification: true,
    clientId,
    ...(clientSecret !== undefined ? { clientSecret } : { tokenEndpointAuth: { method: 'none' } }),
    scopes: [...scopes],
    disableProviderLogout: true,
    accountSubject: ({ profile }) => String(profile.sub),
    getUserInfo: async (tokens) => {
      const claims = await claimsOf(provider, tokens);
      if (!claims) return null;
      const linkedBy = (await getOAuthState())?.link?.userId;
      seen({ claims, linkedBy });
      const introduction = introduce(provider, claims);
      // Whoever links is signed in here and there: that proves more than an address, which may be another one.
      const isProven =
        linkedBy !== undefined ||
        (introduction.emailVerified && !(await wasUnlinked(pool, introduction.email, provider)));
      return { ...claims, ...introduction, emailVerified: isProven };
    },
  };
}

/**
 * What the ID token says, whose signature, audience and nonce have been verified by then, and what the issuer adds when it
 * is asked. Where both speak the signed one counts.
 */
async function claimsOf({ issuer }: OutsideProvider, tokens: Tokens): Promise<Claims | undefined> {
  if (!tokens.idToken) return undefined;
  const signed = decodeJwt(tokens.idToken);
  if (signed.sub === undefined || signed.iss !== issuer) return undefined;
  const asked = await fetchUserInfo(await discover(issuer), tokens.accessToken);
  const isSame = asked['sub'] === undefined || asked['sub'] === signed.sub;
  return isSame ? { ...asked, ...signed, sub: signed.sub } : undefined;
}
