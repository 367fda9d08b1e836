import { randomBytes } from 'node:crypto';
import { cookiesOf } from '../cookies.js';
import { ask, type Person, type TestApp } from '../test-app.js';

const making: Readonly<Record<string, (on: TestApp, owner: Person) => string | Promise<string>>> = {
  'a revoked key': (_, owner) => revokedKey(owner),
  'a key that has expired': expiredKey,
  'a key that was never made': () => `odo_${randomBytes(32).toString('base64url')}`,
  'a token whose session is over': signedOut,
};

/** What can have become of a credential. */
export const spent: readonly string[] = Object.keys(making);

/** What opened everything to this person once, or never did, by what has become of it. */
export async function spentCredentials(on: TestApp, owner: Person): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const [name, make] of Object.entries(making)) made[name] = await make(on, owner);
  return made;
}

/** A key of the owner with every scope. */
export async function aKey(owner: Person, scopes: readonly string[] = ['read', 'write', 'import', 'ops']) {
  const { body } = await owner.call({ url: '/v1/api-keys', body: { name: 'A program', scopes } });
  return { id: body.id as string, secret: body.secret as string };
}

async function revokedKey(owner: Person): Promise<string> {
  const { id, secret } = await aKey(owner);
  await owner.call({ method: 'DELETE', url: `/v1/api-keys/${id}` });
  return secret;
}

async function expiredKey(on: TestApp, owner: Person): Promise<string> {
  const { id, secret } = await aKey(owner);
  await on.database
    .admin()
    .pool.query(`UPDATE app.api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
  return secret;
}

async function signedOut(on: TestApp, { email }: Person): Promise<string> {
  const signedIn = await ask(on.app, {
    url: '/auth/sign-in/email',
    body: { email, password: 'correct horse battery' },
  });
  const cookie = cookiesOf(signedIn);
  const { body } = await ask(on.app, { url: '/auth/token', headers: { cookie } });
  await ask(on.app, { url: '/auth/sign-out', body: {}, headers: { cookie } });
  return body.token as string;
}
