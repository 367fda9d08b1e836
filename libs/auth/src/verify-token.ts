import type { Scope } from '@odolog/access';
import { Problem } from '@odolog/problems';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';

/** Whose tokens are taken: all of issuer, audience, algorithm, expiry and not-before are checked. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Who a token speaks of. `tenantId` is a wish until the membership is checked. */
export interface Identity {
  readonly userId: string;
  readonly tenantId: string | undefined;
  /** Of a token of the built-in issuer: the session it was made for, which may be over. */
  readonly sessionId?: string;
  /** Of an API key; a person's token has none and is not limited. */
  readonly scopes?: readonly Scope[];
  readonly apiKeyId?: string;
}

/** No `none`, and nothing symmetric: a key of a JWKS is public. */
const algorithms = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
];
const clockToleranceSeconds = 5;
const shortestReloadMs = 1_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Verifies tokens of these issuers.
 *
 * @returns a function that throws Problem `unauthenticated` for a token that does not hold
 */
export function tokenVerifier(issuers: readonly TrustedIssuer[]): (token: string) => Promise<Identity> {
  return async (token) => {
    const trusted = issuers.find(({ issuer }) => issuer === issuerOf(token));
    if (!trusted) throw new Problem('unauthenticated');
    try {
      const { payload } = await jwtVerify(token, trusted.keys, {
        issuer: trusted.issuer,
        audience: trusted.audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      return identityOf(payload);
    } catch (error) {
      const refused = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
      throw new Problem(refused ? 'unauthenticated' : 'unavailable');
    }
  };
}

/** Keys that another server publishes; fetched, kept, and fetched again when a token names an unknown one. */
export function keysAt(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url));
}

/**
 * The same for keys that this process holds itself: without a request to itself.
 *
 * @param load asked again, at most every second, when a token names a key that is not known yet
 */
export function keysFrom(load: () => Promise<JSONWebKeySet>): JWTVerifyGetKey {
  let known: Promise<ReturnType<typeof createLocalJWKSet>> | undefined;
  let loadedAt = 0;
  const reload = () => {
    loadedAt = Date.now();
    known = load().then(createLocalJWKSet);
    known.catch(() => (known = undefined));
    return known;
  };
  return async (header, token) => {
    const keys = await (known ?? reload());
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || Date.now() - loadedAt < shortestReloadMs)
        throw error;
      return (await reload())(header, token);
    }
  };
}

/** Only to choose the keys: what stands in it is believed after the verification. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function identityOf({ sub, tenant_id: tenantId, odolog_sid: sessionId }: JWTPayload): Identity {
  if (sub === undefined || !uuid.test(sub)) throw new Problem('unauthenticated');
  return {
    userId: sub,
    tenantId: typeof tenantId === 'string' && uuid.test(tenantId) ? tenantId : undefined,
    ...(typeof sessionId === 'string' && uuid.test(sessionId) && { sessionId }),
  };
}
