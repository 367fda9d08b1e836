import { Problem } from '@odolog/problems';
import { testDatabase, type TestDatabase } from '@odolog/testing';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Admission } from '../src/account/admission.js';
import { createIdentityProvider, type IdentityProvider } from '../src/identity-provider.js';
import { nothingRefused, providerConfig } from './provider-config.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const person = { email: 'robin@odolog.example', password: 'a long one that nobody guesses' };

const post = (
  provider: IdentityProvider,
  address: string,
  body: object,
  { cookie, admitted = nothingRefused }: { cookie?: string; admitted?: Admission } = {},
) =>
  provider.handle(
    new Request(`https://odolog.example/api/auth${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    }),
    admitted,
  );

const cookieOf = (letIn: Response) =>
  letIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

/** The key that signs the token of whoever has just been let in. */
async function keyOfToken(provider: IdentityProvider, letIn: Response): Promise<string | undefined> {
  expect(letIn.status).toBe(200);
  const headers = { cookie: cookieOf(letIn) };
  const request = new Request(`https://odolog.example/api/auth/token`, { headers });
  const answer = await provider.handle(request, nothingRefused);
  expect(answer.status).toBe(200);
  return decodeProtectedHeader(((await answer.json()) as { token: string }).token).kid;
}

test('whose secret was lost can sign in again, by a new key beside the old one', async () => {
  const before = createIdentityProvider(providerConfig(database));
  const old = await keyOfToken(
    before,
    await post(before, '/sign-up/email', { ...person, name: 'Robin', acceptedTerms: '1' }),
  );
  await before.close();

  const secret = 'another secret, and 32 characters or more of it';
  const after = createIdentityProvider({ ...providerConfig(database), secret });
  const fresh = await keyOfToken(after, await post(after, '/sign-in/email', person));
  expect(fresh).not.toBe(old);
  const published = (await after.keys()).keys.map(({ kid }) => kid);
  expect(published).toEqual(expect.arrayContaining([old, fresh]));

  // a start with the secret that one has leaves its keys alone
  const again = createIdentityProvider({ ...providerConfig(database), secret });
  expect(await keyOfToken(again, await post(again, '/sign-in/email', person))).toBe(fresh);
  await Promise.all([after.close(), again.close()]);
});

test('a process that signs no more, since another one runs with another secret, says so and ends no key of it', async () => {
  const secrets = [
    'one secret, and 32 characters or more of it',
    'other secret, and 32 characters or more of it',
  ];
  const [one, other] = secrets.map((secret) =>
    createIdentityProvider({ ...providerConfig(database), secret }),
  ) as [IdentityProvider, IdentityProvider];
  await keyOfToken(one, await post(one, '/sign-in/email', person));
  const signing = await keyOfToken(other, await post(other, '/sign-in/email', person));
  expect([await one.opensSigningKey(), await other.opensSigningKey()]).toEqual([false, true]);

  const letIn = await post(one, '/sign-in/email', person);
  for (let attempt = 0; attempt < 3; attempt += 1)
    await expect(keyOfToken(one, letIn)).rejects.toThrow(
      expect.objectContaining({ code: 'unavailable', cause: expect.any(Error) }),
    );
  const password = async () => {
    throw new Problem('rate-limited');
  };
  const changed = { currentPassword: person.password, newPassword: 'another that nobody guesses' };
  await expect(
    post(one, '/change-password', changed, {
      cookie: cookieOf(letIn),
      admitted: { ...nothingRefused, password },
    }),
  ).rejects.toThrow(expect.objectContaining({ code: 'rate-limited' }));
  expect(await keyOfToken(other, await post(other, '/sign-in/email', person))).toBe(signing);
  await Promise.all([one.close(), other.close()]);
});
