import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesTo } from './outbox.js';
import { ask, testApp, type TestApp } from './test-app.js';

const password = 'correct horse battery';

/** Where people must confirm their address before they come in. */
let on: TestApp;
beforeAll(async () => {
  on = await testApp({ requireVerifiedEmail: true });
});
afterAll(() => on.close());

const signUp = (email: string) =>
  ask(on.app, { url: '/auth/sign-up/email', body: { name: 'Robin', email, password } });
const signIn = (email: string) => ask(on.app, { url: '/auth/sign-in/email', body: { email, password } });

test('nobody comes in before they have opened the link', async () => {
  const email = 'robin@example.org';
  const signedUp = await signUp(email);
  expect(signedUp).toMatchObject({ status: 200, body: { token: null, user: { emailVerified: false } } });
  expect(signedUp.headers['set-cookie']).toBeUndefined();
  expect(await signIn(email)).toMatchObject({ status: 403, body: { reason: 'EMAIL_NOT_VERIFIED' } });
  await expect.poll(async () => (await messagesTo(on, email)).length).toBe(2);
  const code = /\?token=([\w-]+)$/m.exec((await messagesTo(on, email))[0]?.text ?? '')?.[1];
  expect((await ask(on.app, { url: `/auth/verify-email?token=${code}` })).status).toBe(200);
  expect((await signIn(email)).status).toBe(200);
});

test('a stranger does not learn who is signed up; the person does', async () => {
  const email = 'kim@example.org';
  const [first, again] = [await signUp(email), await signUp(email)];
  expect(again.status).toBe(first.status);
  expect(Object.keys(again.body.user).toSorted()).toEqual(Object.keys(first.body.user).toSorted());
  expect(again.body).toMatchObject({ token: null, user: { name: 'Robin', email, emailVerified: false } });
  const subjects = async () => (await messagesTo(on, email)).map(({ subject }) => subject);
  await expect.poll(subjects).toContain('You have an account at Odolog');
});
