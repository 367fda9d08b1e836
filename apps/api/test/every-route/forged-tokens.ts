import { createHmac, createPublicKey, randomUUID } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { KeyServer } from './key-server.js';

/** A key that an issuer publishes and whose private half the test holds, so that a token can be wrong in one respect only. */
export interface IssuerKey {
  readonly alg: 'EdDSA' | 'ES256';
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly publicPem: string;
  /** What a token of this issuer says that holds, without its end. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A key pair of this issuer; whoever asks for it publishes its public half. */
export async function issuerKey(alg: IssuerKey['alg'], claims: IssuerKey['claims']): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg };
  return { alg, kid, privateKey, publicJwk, publicPem: await exportSPKI(publicKey), claims };
}

/** What differs from a token that holds: a value of undefined leaves it out. */
interface Changed {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly by?: IssuerKey;
}

/** A token of the issuer that holds, but for what is changed about it. */
export function signedToken(key: IssuerKey, { header, claims, by = key }: Changed = {}): Promise<string> {
  const head = { alg: key.alg, kid: key.kid, ...header } as { alg: string };
  return new SignJWT({ ...key.claims, exp: now() + 600, ...claims })
    .setProtectedHeader(head)
    .sign(by.privateKey, { crit: { [unknownExtension]: true } });
}

const unknownExtension = 'http://example.org/only-for-those-who-know-it';
const now = () => Math.floor(Date.now() / 1000);

/** What is known to whoever forges: the issuer's public key, and a key pair and a server of their own. */
interface Known {
  readonly key: IssuerKey;
  readonly own: IssuerKey;
  readonly server: string;
}

/** How a token is made that must not be believed, by what is wrong with it. */
const making: Readonly<Record<string, (known: Known) => string | Promise<string>>> = {
  'an expired token': ({ key }) => signedToken(key, { claims: { exp: now() - 60 } }),
  'a token that is not yet valid': ({ key }) => signedToken(key, { claims: { nbf: now() + 60 } }),
  'a token that is made in the future': ({ key }) => signedToken(key, { claims: { iat: now() + 3600 } }),
  'a token about no text': ({ key }) => signedToken(key, { claims: { sub: { id: 1 } } }),
  'a token without an end': ({ key }) => signedToken(key, { claims: { exp: undefined } }),
  'a token for another audience': ({ key }) => signedToken(key, { claims: { aud: 'https://other.example' } }),
  'a token of another issuer': ({ key }) => signedToken(key, { claims: { iss: 'https://other.example' } }),
  'a token that is not signed (alg none)': ({ key }) => unsigned(key),
  'a token signed HS256 with the public key as PEM': ({ key }) => hmacToken(key, key.publicPem),
  'a token signed HS256 with the public key as PEM, its last line ended': ({ key }) =>
    hmacToken(key, `${key.publicPem.trimEnd()}\n`),
  'a token signed HS256 with the public key as DER': ({ key }) =>
    hmacToken(key, createPublicKey(key.publicPem).export({ type: 'spki', format: 'der' })),
  'a token signed HS256 with the public key as JWK': ({ key }) =>
    hmacToken(key, JSON.stringify(key.publicJwk)),
  'a token of an unknown key': ({ key }) => signedToken(key, { header: { kid: randomUUID() } }),
  'a token of a known key id, signed by another': ({ key, own }) => signedToken(key, { by: own }),
  'a token without a key id, signed by another': ({ key, own }) =>
    signedToken(key, { by: own, header: { kid: undefined } }),
  'a token that brings its key (jwk)': ({ key, own }) =>
    signedToken(key, { by: own, header: { jwk: own.publicJwk } }),
  'a token that brings its key under an id of its own (jwk)': ({ key, own }) =>
    signedToken(key, { by: own, header: { kid: own.kid, jwk: own.publicJwk } }),
  'a token that says where its key is (jku)': ({ key, own, server }) =>
    signedToken(key, { by: own, header: { kid: own.kid, jku: `${server}/jwks` } }),
  'a token that says where its certificate is (x5u)': ({ key, own, server }) =>
    signedToken(key, { by: own, header: { kid: own.kid, x5u: `${server}/certificate` } }),
  'a token whose key id is a path': ({ key, own }) =>
    signedToken(key, { by: own, header: { kid: '../../../../dev/null' } }),
  'a token whose key id is an address': ({ key, own, server }) =>
    signedToken(key, { by: own, header: { kid: `${server}/jwks` } }),
  'a token whose key id is SQL': ({ key, own }) =>
    signedToken(key, { by: own, header: { kid: `' OR '1' = '1` } }),
  'an ID token': ({ key }) => signedToken(key, { claims: { at_hash: 'of its access token', nonce: 'once' } }),
  'an ID token, which says so': ({ key }) => signedToken(key, { claims: { typ: 'ID' } }),
  'a refresh token, which says so': ({ key }) => signedToken(key, { claims: { typ: 'Refresh' } }),
  'a token for signing out': ({ key }) => signedToken(key, { header: { typ: 'logout+jwt' } }),
  'a token that asks for what is not understood (crit)': ({ key }) =>
    signedToken(key, { header: { crit: [unknownExtension], [unknownExtension]: true } }),
};

/** What can be wrong with a token. */
export const forgeries: readonly string[] = Object.keys(making);

/** Tokens that speak of the person of this key and must not be believed, by what is wrong with them. */
export async function forgedTokens(key: IssuerKey, attacker: KeyServer): Promise<Record<string, string>> {
  const own = await issuerKey(key.alg, key.claims);
  attacker.keys.push(own.publicJwk);
  const known = { key, own, server: attacker.url };
  const tokens = forgeries.map(async (name) => [name, await making[name]!(known)] as const);
  return Object.fromEntries(await Promise.all(tokens));
}

function unsigned({ claims }: IssuerKey): string {
  return `${part({ alg: 'none' })}.${part({ ...claims, exp: now() + 600 })}.`;
}

function hmacToken({ kid, claims }: IssuerKey, secret: string | Buffer): string {
  const signed = `${part({ alg: 'HS256', kid })}.${part({ ...claims, exp: now() + 600 })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
