import type { Scope } from '@odolog/access';
import { Problem } from '@odolog/problems';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { JustVerified, type Verified } from './just-verified.js';
import type { Claims } from './outside-provider.js';

/** Whose tokens are taken: all of issuer, audience, algorithm, expiry and not-before are checked. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Who its claims speak of; without it the subject is the person's id here. */
  readonly recognise?: (claims: Claims) => Promise<Identity>;
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
  /** Of a token of a provider elsewhere: who they are there. */
  readonly link?: { readonly providerId: string; readonly subject: string };
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
/**
 * Access tokens and nothing else that the same issuer signs with the same key: RFC 9068 puts `at+jwt` into the header, most
 * issuers still `JWT` or nothing. Keycloak says it in a claim, and only ID tokens hash an access token.
 */
const accessTokenTypes = /^(application\/)?(at\+)?jwt$/i;
const isAccessToken = ({ typ = 'JWT' }: JWTHeaderParameters, claims: JWTPayload): boolean =>
  accessTokenTypes.test(typ) && (claims['typ'] ?? 'Bearer') === 'Bearer' && claims['at_hash'] === undefined;

/** For clocks that are ahead of ours. What is over is over: no token is taken past its time. */
const notBeforeToleranceSeconds = 5;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Verifies tokens of these issuers.
 *
 * @returns a function that throws Problem `unauthenticated` for a token that does not hold
 */
export function tokenVerifier(issuers: readonly TrustedIssuer[]): (token: string) => Promise<Identity> {
  const justVerified = new JustVerified<AccessClaims>();
  return async (token) => {
    const trusted = issuers.find(({ issuer }) => issuer === issuerOf(token));
    if (!trusted) throw new Problem('unauthenticated');
    const claims = await justVerified.claimsOf(
      token,
      () => verifiedClaims(token, trusted),
      () => keyOf(token, trusted),
    );
    return trusted.recognise ? trusted.recognise(claims) : identityOf(claims);
  };
}

type AccessClaims = Claims & { readonly exp: number };

async function verifiedClaims(
  token: string,
  { issuer, audience, keys }: TrustedIssuer,
): Promise<Verified<AccessClaims>> {
  try {
    const { payload, protectedHeader, key } = await jwtVerify<{ sub: string; exp: number }>(token, keys, {
      issuer,
      audience,
      algorithms,
      clockTolerance: notBeforeToleranceSeconds,
      requiredClaims: ['exp', 'sub'],
    });
    if (payload.exp <= Date.now() / 1000) throw new errors.JWTExpired('"exp" has passed', payload, 'exp');
    if (typeof payload.sub !== 'string') throw new errors.JWTInvalid('"sub" must be text');
    if ((payload.iat ?? 0) > Date.now() / 1000 + notBeforeToleranceSeconds)
      throw new errors.JWTInvalid('not made yet');
    if (!isAccessToken(protectedHeader, payload)) throw new errors.JWTInvalid('not an access token');
    return { claims: payload, key };
  } catch (error) {
    // What is not about the token is about the keys: they cannot be had at the moment.
    throw new Problem(error instanceof errors.JOSEError ? 'unauthenticated' : 'unavailable');
  }
}

/** The key by which the issuer's tokens with this header are verified at the moment. */
async function keyOf(token: string, { keys }: TrustedIssuer): Promise<unknown> {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return keys(decodeProtectedHeader(token) as JWTHeaderParameters, { protected: head, payload, signature });
}

/** Only to choose the keys: what stands in it is believed after the verification. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function identityOf({ sub, tenant_id: tenantId, odolog_sid: sessionId }: Claims): Identity {
  if (!uuid.test(sub)) throw new Problem('unauthenticated');
  return {
    userId: sub,
    tenantId: typeof tenantId === 'string' && uuid.test(tenantId) ? tenantId : undefined,
    ...(typeof sessionId === 'string' && uuid.test(sessionId) && { sessionId }),
  };
}
