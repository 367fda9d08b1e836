import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookiesOf } from './cookies.js';
import { messagesTo } from './outbox.js';
import { ask, testApp, type TestApp } from './test-app.js';

const password = 'correct horse battery';

/** Where people must confirm their address before they come in. */
let on: TestApp;
beforeAll(async () => {
  on = await testApp({ requireVerifiedEmail: true });
});
afterAll(() => on.close());

const confirm = (code: string, cookie = '') =>
  ask(on.app, { url: `/auth/verify-email?token=${code}`, headers: { cookie } });
async function codeTo(email: string): Promise<string> {
  let code: string | undefined;
  const read = async () =>
    (code = (await messagesTo(on, email))
      .map(({ text }) => /verify-email\?token=([\w-]+)$/m.exec(text)?.[1])
      .find(Boolean));
  await expect.poll(read).toBeDefined();
  return code!;
}
const signUp = (email: string) =>
  ask(on.app, { url: '/auth/sign-up/email', body: { name: 'Robin', email, password } });
const signIn = (email: string) => ask(on.app, { url: '/auth/sign-in/email', body: { email, password } });

test('nobody comes in before they have opened the link', async () => {
  const email = 'robin@example.org';
  const signedUp = await signUp(email);
  expect(signedUp).toMatchObject({ status: 200, body: { token: null, user: { emailVerified: false } } });
  expect(cookiesOf(signedUp)).not.toContain('session');
  expect(await signIn(email)).toMatchObject({ status: 403, body: { reason: 'EMAIL_NOT_VERIFIED' } });
  expect((await confirm(await codeTo(email), cookiesOf(signedUp))).status).toBe(200);
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

describe('an account that a stranger made with the address', () => {
  const refused = { status: 401, body: { reason: 'SIGN_IN_TO_CONFIRM' } };

  test('is confirmed by nobody who does not know its password, whatever they press and try', async () => {
    const email = 'victim@example.org';
    await signUp(email);
    const code = await codeTo(email);
    expect(await confirm(code)).toMatchObject(refused);
    // in the browser of somebody else who signed up, or signed up with the same address and a password of their own
    const other = await signUp('other@example.org');
    expect(await confirm(code, cookiesOf(other))).toMatchObject(refused);
    const again = await ask(on.app, {
      url: '/auth/sign-up/email',
      body: { name: 'Victim', email, password: 'a password of the victim' },
    });
    expect(await confirm(code, cookiesOf(again))).toMatchObject(refused);
    const wrong = await ask(on.app, {
      url: '/auth/sign-in/email',
      body: { email, password: 'a password of the victim' },
    });
    expect(wrong.status).toBe(401);
    expect(await confirm(code, cookiesOf(wrong))).toMatchObject(refused);
    expect(await signIn(email)).toMatchObject({ status: 403, body: { reason: 'EMAIL_NOT_VERIFIED' } });
  });

  test('is nothing of the stranger’s once the mailbox has set a password', async () => {
    const email = 'owner-of-the-mailbox@example.org';
    const stranger = cookiesOf(await signUp(email));
    const code = await codeTo(email);
    await ask(on.app, { url: '/auth/request-password-reset', body: { email } });
    let token: string | undefined;
    const read = async () =>
      (token = (await messagesTo(on, email))
        .map(({ text }) => /reset-password\?token=([\w-]+)/.exec(text)?.[1])
        .find(Boolean));
    await expect.poll(read).toBeDefined();
    const newPassword = 'a password of the mailbox';
    const reset = await ask(on.app, { url: '/auth/reset-password', body: { token, newPassword } });
    expect(reset.status).toBe(200);
    expect((await signIn(email)).status).toBe(401);
    expect(await confirm(code, stranger)).toMatchObject(refused);
  });
});

test('whoever opens the link elsewhere says the password there, and it works', async () => {
  const email = 'lee@example.org';
  await signUp(email);
  const code = await codeTo(email);
  expect((await confirm(code)).status).toBe(401);
  const said = await signIn(email);
  expect(said).toMatchObject({ status: 403, body: { reason: 'EMAIL_NOT_VERIFIED' } });
  expect((await confirm(code, cookiesOf(said))).status).toBe(200);
  expect((await signIn(email)).status).toBe(200);
});

test('the cookie that remembers the password opens nothing else', async () => {
  const email = 'mo@example.org';
  const cookie = cookiesOf(await signUp(email));
  expect(cookie).toContain('proven_password=');
  expect((await ask(on.app, { url: '/auth/token', headers: { cookie } })).status).toBe(401);
});
