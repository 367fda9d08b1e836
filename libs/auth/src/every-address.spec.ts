import { testDatabase, type TestDatabase } from '@odolog/testing';
import { betterAuth } from 'better-auth';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nothingRefused, providerConfig } from '../test/provider-config.js';
import { createPostBox } from './account/post-box.js';
import type { IdentityProviderConfig } from './identity-config.js';
import { identityOptions } from './identity-options.js';
import { createIdentityProvider, type IdentityProvider } from './identity-provider.js';

const publicUrl = 'https://odolog.example';
let database: TestDatabase;
let provider: IdentityProvider;
let config: IdentityProviderConfig;
beforeAll(async () => {
  database = await testDatabase();
  config = providerConfig(database);
  provider = createIdentityProvider(config);
});
afterAll(async () => {
  await provider.close();
  await database.drop();
});
/** How each address of better-auth answers somebody who is not signed in. A new version that brings another one fails here. */
const answers: Readonly<Record<string, readonly string[]>> = {
  // begins something, or ends it
  '200': [
    'POST /sign-up/email',
    'POST /sign-in/email',
    'POST /sign-out',
    'POST /send-verification-email',
    'POST /request-password-reset',
    'GET /passkey/generate-authenticate-options',
    'GET /get-session',
    'GET /jwks',
    'GET /ok',
  ],
  // sends back to a page, which says that it did not work
  '302': ['GET /callback/:id', 'POST /callback/:id', 'GET /reset-password/:token'],
  // asks for a secret that was guessed
  '400': ['GET /verify-email', 'POST /reset-password', 'POST /passkey/verify-authentication'],
  '401': [
    'GET /token',
    'GET /passkey/generate-register-options',
    'GET /passkey/list-user-passkeys',
    'POST /change-email',
    'POST /change-password',
    'POST /delete-user',
    'POST /link-social',
    'POST /passkey/delete-passkey',
    'POST /passkey/update-passkey',
    'POST /passkey/verify-registration',
    'POST /two-factor/disable',
    'POST /two-factor/enable',
    'POST /two-factor/generate-backup-codes',
    'POST /two-factor/get-totp-uri',
    'POST /two-factor/verify-backup-code',
    'POST /two-factor/verify-totp',
    'POST /update-session',
    'POST /update-user',
  ],
  // is not there: switched off, or no such provider
  '404': [
    'GET /account-info',
    'GET /delete-user/callback',
    'GET /error',
    'GET /list-accounts',
    'GET /list-sessions',
    'POST /get-access-token',
    'POST /refresh-token',
    'POST /revoke-other-sessions',
    'POST /revoke-session',
    'POST /revoke-sessions',
    'POST /sign-in/social',
    'POST /two-factor/send-otp',
    'POST /two-factor/verify-otp',
    'POST /unlink-account',
    'POST /verify-password',
  ],
  '405': ['POST /get-session'],
};

/** What any of them may ask for; each takes what it knows. */
const everything = {
  email: 'robin@example.org',
  newEmail: 'robin@example.net',
  name: 'Robin',
  password: 'correct horse battery',
  currentPassword: 'correct horse battery',
  newPassword: 'correct horse battery',
  token: 'guessed',
  code: '123456',
  provider: 'elsewhere',
  providerId: 'elsewhere',
  accountId: 'guessed',
  id: 'guessed',
  response: {},
  callbackURL: '/',
};

interface Endpoint {
  readonly path?: string;
  readonly options: { readonly method?: string | readonly string[] };
}

/** Every address that better-auth would serve with our options. */
async function addresses(): Promise<string[]> {
  const pool = new Pool({ connectionString: config.databaseUrl });
  const post = createPostBox(config.mailer, config.onMailLost);
  const { api } = betterAuth(identityOptions(config, pool, post));
  await pool.end();
  return (Object.values(api) as Endpoint[]).flatMap(({ path: address, options }) =>
    address === undefined ? [] : [options.method].flat().map((method) => `${method} ${address}`),
  );
}

async function answerTo(address: string): Promise<number> {
  const [method = '', pattern = ''] = address.split(' ');
  const url = `${publicUrl}/api/auth${pattern.replace(/:\w+/g, 'guessed')}`;
  const sent = method === 'GET' ? {} : { body: JSON.stringify(everything) };
  const headers = { 'content-type': 'application/json', origin: publicUrl };
  const query = method === 'GET' ? '?token=guessed&callbackURL=/' : '';
  return (await provider.handle(new Request(url + query, { method, headers, ...sent }), nothingRefused))
    .status;
}

it('opens to nobody what is for somebody who is signed in', async () => {
  const found: Record<string, string[]> = {};
  for (const address of await addresses()) (found[await answerTo(address)] ??= []).push(address);
  const sorted = (of: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(of).map(([status, at]) => [status, at.toSorted()]));
  expect(sorted(found)).toEqual(sorted(answers));
});
