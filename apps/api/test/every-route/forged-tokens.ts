import type { TestDatabase } from '@odolog/testing';
import { createHmac, randomUUID } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { publicUrl } from '../test-app.js';

/** A key of the built-in issuer whose private half the test holds, so that a token can be wrong in one respect only. */
export interface IssuerKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicPem: string;
}

/** Puts a key of the test among those that the built-in issuer publishes. It is older than all others: never signed with. */
export async function plantIssuerKey(database: TestDatabase): Promise<IssuerKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const kid = randomUUID();
  await database.admin().pool.query(
    `INSERT INTO auth."jwks" ("id", "publicKey", "privateKey", "createdAt", "alg", "crv")
     VALUES ($1, $2, 'held by the test', '2000-01-01', 'EdDSA', 'Ed25519')`,
    [kid, JSON.stringify(await exportJWK(pair.publicKey))],
  );
  return { kid, privateKey: pair.privateKey, publicPem: await exportSPKI(pair.publicKey) };
}

/** A token of the built-in issuer that holds, but for what is changed about it. */
export function signedToken(
  key: IssuerKey,
  userId: string,
  changed: JWTPayload = {},
  kid = key.kid,
): Promise<string> {
  return new SignJWT({ ...claimsOf(userId), ...changed })
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .sign(key.privateKey);
}

/** Tokens that speak of this person and must not be believed, by what is wrong with them. */
export async function forgedTokens(key: IssuerKey, userId: string): Promise<Record<string, string>> {
  const now = seconds();
  const stranger = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return {
    'an expired token': await signedToken(key, userId, { exp: now - 60 }),
    'a token that is not yet valid': await signedToken(key, userId, { nbf: now + 60 }),
    'a token for another audience': await signedToken(key, userId, { aud: 'https://other.example' }),
    'a token of another issuer': await signedToken(key, userId, { iss: 'https://other.example' }),
    'a token that is not signed (alg none)': `${part({ alg: 'none' })}.${part(claimsOf(userId))}.`,
    'a token signed HS256 with the public key': hmacToken(key, userId),
    'a token of an unknown key': await signedToken(key, userId, {}, randomUUID()),
    'a token of a known key id, signed by another': await signedToken(
      { ...key, privateKey: stranger.privateKey },
      userId,
    ),
  };
}

function hmacToken({ kid, publicPem }: IssuerKey, userId: string): string {
  const signed = `${part({ alg: 'HS256', kid })}.${part(claimsOf(userId))}`;
  return `${signed}.${createHmac('sha256', publicPem).update(signed).digest('base64url')}`;
}

const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (userId: string) => ({ iss: publicUrl, aud: publicUrl, sub: userId, exp: seconds() + 600 });
