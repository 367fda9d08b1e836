import { publicUrl, type Person, type TestApp } from '../test-app.js';
import { issuerKey, type IssuerKey } from './forged-tokens.js';
import type { KeyServer } from './key-server.js';

export const outerAudience = 'urn:odolog:api';

/** A key of the test among those that the built-in issuer publishes, older than all others: it never signs with it. */
export async function builtInKey({ database }: TestApp, { userId }: Person): Promise<IssuerKey> {
  const key = await issuerKey('EdDSA', { iss: publicUrl, aud: publicUrl, sub: userId });
  const { kid, alg, ...publicKey } = key.publicJwk;
  await database.admin().pool.query(
    `INSERT INTO auth."jwks" ("id", "publicKey", "privateKey", "createdAt", "alg", "crv")
     VALUES ($1, $2, 'held by the test', '2000-01-01', $3, 'Ed25519')`,
    [kid, JSON.stringify(publicKey), alg],
  );
  return key;
}

/** A key of the provider elsewhere, which knows this person under a name of its own. */
export async function outerKey(
  { database }: TestApp,
  issuer: KeyServer,
  { userId }: Person,
): Promise<IssuerKey> {
  const sub = 'outer|owner';
  const key = await issuerKey('ES256', { iss: issuer.url, aud: outerAudience, sub, iat: 1_700_000_000 });
  issuer.keys.push(key.publicJwk);
  await database
    .admin()
    .pool.query(
      `INSERT INTO auth."account" ("providerId", "accountId", "userId", "updatedAt") VALUES ('outer', $1, $2, now())`,
      [sub, userId],
    );
  return key;
}
