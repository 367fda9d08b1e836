import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailServerThatNeverAnswers } from './mail-server-that-never-answers.js';
import { messagesTo, type Message } from './outbox.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

const password = 'correct horse battery';
const better = 'a better horse battery';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

const post = (action: string, body: object, cookie?: string) =>
  ask(on.app, { url: `/auth/${action}`, body, ...(cookie && { headers: { cookie } }) });
const signIn = (email: string, by = password) => post('sign-in/email', { email, password: by });
const confirm = (code: string, cookie?: string) =>
  ask(on.app, { url: `/auth/verify-email?token=${code}`, ...(cookie && { headers: { cookie } }) });
const cookieOf = ({ headers }: Reply) => String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? '';
const refusedAs = (reason: string) => ({ body: { reason } });

/** Messages are sent after the answer: waits until there are so many with this subject. */
async function letters(to: string, subject: RegExp, count: number): Promise<Message[]> {
  let found: Message[] = [];
  await expect
    .poll(async () => (found = (await messagesTo(on, to)).filter((one) => subject.test(one.subject))).length)
    .toBe(count);
  return found;
}

async function letter(to: string, subject: RegExp): Promise<Message> {
  return (await letters(to, subject, 1))[0]!;
}

const codeIn = ({ text }: Message) => /\?token=([\w-]+)$/m.exec(text)?.[1] ?? '';
const confirmation = /Confirm your address/;
const resetting = /Choose a new password/;

async function rowsOf(table: string, of: string) {
  return (
    await sql<Record<string, unknown>>`${sql.raw(`SELECT * FROM ${table} WHERE ${of}`)}`.execute(
      on.database.admin().kysely,
    )
  ).rows;
}

describe('confirming an address', () => {
  test('is asked for at sign-up and by a link that works once', async () => {
    const robin = await aPerson(on.app);
    const message = await letter(robin.email, confirmation);
    expect(message.text).toContain('http://localhost:3000/verify-email?token=');
    expect((await confirm(codeIn(message), robin.cookie)).body).toEqual({ status: true, user: null });
    expect((await rowsOf('auth."user"', `"id" = '${robin.userId}'`))[0]).toMatchObject({
      emailVerified: true,
    });
    expect(await confirm(codeIn(message))).toMatchObject({ status: 400, ...refusedAs('INVALID_TOKEN') });
  });

  test('is asked for in the language of whoever signs up', async () => {
    const email = `lena-${Date.now()}@example.org`;
    await ask(on.app, {
      url: '/auth/sign-up/email',
      body: { name: 'Lena', email, password },
      headers: { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' },
    });
    const { text } = await letter(email, /^Bestätige deine Adresse für Odolog$/);
    expect(text).toMatch(
      /^Öffne diesen Link.*\n\nhttp:\/\/localhost:3000\/verify-email\?token=[\w-]+\n\nWenn du/,
    );
  });

  test('is not done by a link that is too old, nor by one of better-auth itself', async () => {
    const robin = await aPerson(on.app);
    const code = codeIn(await letter(robin.email, confirmation));
    const [kept] = await rowsOf(
      'auth."verification"',
      `"value" LIKE 'ey%' ORDER BY "createdAt" DESC LIMIT 1`,
    );
    expect(await confirm(String(kept?.['value']))).toMatchObject(refusedAs('INVALID_TOKEN'));
    await sql`UPDATE auth."verification" SET "expiresAt" = now() - interval '1 second'`.execute(
      on.database.admin().kysely,
    );
    expect(await confirm(code, robin.cookie)).toMatchObject({
      status: 400,
      ...refusedAs('INVALID_TOKEN'),
    });
  });

  test('is not written into the database in a way that opens anything', async () => {
    const robin = await aPerson(on.app);
    const code = codeIn(await letter(robin.email, confirmation));
    expect(JSON.stringify(await rowsOf('auth."verification"', 'true'))).not.toContain(code);
  });

  test('is no condition for using the product', async () => {
    expect((await (await aPerson(on.app)).call({ url: '/v1/vehicles' })).status).toBe(200);
  });

  test('is not asked of somebody who does not come into being', async () => {
    await sql`ALTER TABLE app.tenants ADD CONSTRAINT refuse CHECK (name <> 'Nobody')`.execute(
      on.database.admin().kysely,
    );
    const email = 'nobody@example.org';
    expect((await post('sign-up/email', { name: 'Nobody', email, password })).status).toBe(422);
    await letter((await aPerson(on.app)).email, confirmation);
    expect(await messagesTo(on, email)).toEqual([]);
    expect(await rowsOf('auth."verification"', `"value" LIKE '%nobody%'`)).toEqual([]);
  });
});

describe('a forgotten password', () => {
  const askFor = (email: string) => post('request-password-reset', { email });

  test('is replaced by a link that works once, and everyone is signed out', async () => {
    const robin = await aPerson(on.app);
    await robin.call({ url: '/v1/me' });
    await askFor(robin.email);
    await askFor(robin.email);
    const [first = '', second = ''] = (await letters(robin.email, resetting, 2)).map(codeIn);
    const reset = (token: string) => post('reset-password', { token, newPassword: better });
    expect((await reset(second)).body).toEqual({ status: true });
    expect(await reset(second)).toMatchObject({ status: 400, ...refusedAs('INVALID_TOKEN') });
    expect(await reset(first)).toMatchObject({ status: 400, ...refusedAs('INVALID_TOKEN') });
    expect((await signIn(robin.email)).status).toBe(401);
    expect((await signIn(robin.email, better)).status).toBe(200);
    expect((await ask(on.app, { url: '/auth/token', headers: { cookie: robin.cookie } })).status).toBe(401);
    expect((await robin.call({ url: '/v1/me' })).status).toBe(401);
    await letter(robin.email, /password for Odolog was changed/);
  });

  test('is not replaced by a link that is too old', async () => {
    const robin = await aPerson(on.app);
    await askFor(robin.email);
    const token = codeIn(await letter(robin.email, resetting));
    await sql`UPDATE auth."verification" SET "expiresAt" = now() - interval '1 second'`.execute(
      on.database.admin().kysely,
    );
    expect(await post('reset-password', { token, newPassword: better })).toMatchObject(
      refusedAs('INVALID_TOKEN'),
    );
    expect((await signIn(robin.email)).status).toBe(200);
  });

  /** A little less than what every answer is held back for: a clock may be read a moment too early. */
  const evenTimeMs = 390;

  test('tells nobody who has an account: the same answer, none at once, and none that waits for the letter', async () => {
    const held = await mailServerThatNeverAnswers();
    const slow = await testApp({
      mail: { smtpUrl: held.url, from: 'Odolog <odolog@example.org>', outboxDir: tmpdir() },
    });
    try {
      const robin = await aPerson(slow.app);
      const told = async (email: string) => {
        const askedAt = performance.now();
        const { status, body } = await ask(slow.app, {
          url: '/auth/request-password-reset',
          body: { email },
        });
        expect(performance.now() - askedAt).toBeGreaterThan(evenTimeMs);
        return { status, body: body as unknown };
      };
      const known = await told(robin.email);
      expect(known.status).toBe(200);
      expect(await told('stranger@example.org')).toEqual(known);
    } finally {
      held.end();
      await slow.close();
    }
  });
});

test('a forgotten password of an address without an account is written to nobody', async () => {
  await post('request-password-reset', { email: 'nobody.here@example.org' });
  // What is sent beside the answer is sent in its order.
  const robin = await aPerson(on.app);
  await post('request-password-reset', { email: robin.email });
  await letter(robin.email, resetting);
  expect(await messagesTo(on, 'nobody.here@example.org')).toEqual([]);
});

test('a changed password signs out all other devices, and the person is told', async () => {
  const robin = await aPerson(on.app);
  const elsewhere = cookieOf(await signIn(robin.email));
  const change = (currentPassword: string) =>
    post(
      'change-password',
      { currentPassword, newPassword: better, revokeOtherSessions: true },
      robin.cookie,
    );
  expect(await change('wrong horse battery')).toMatchObject({
    status: 422,
    body: { code: 'password-wrong', errors: [{ pointer: '/currentPassword', code: 'password-wrong' }] },
  });
  const changed = await change(password);
  expect(changed.status).toBe(200);
  const token = (cookie: string) => ask(on.app, { url: '/auth/token', headers: { cookie } });
  expect((await token(elsewhere)).status).toBe(401);
  expect((await token(cookieOf(changed))).status).toBe(200);
  await letter(robin.email, /password for Odolog was changed/);
});

test('a password that anybody would try first is chosen nowhere, and the link to a new one stays good', async () => {
  const tooCommon = (pointer: string) => ({
    status: 422,
    body: {
      code: 'validation-failed',
      reason: 'PASSWORD_TOO_COMMON',
      errors: [{ pointer, code: 'password-too-common', detail: 'Must not be what anybody would try first' }],
    },
  });
  const email = 'often.guessed@example.org';
  const signUp = (word: string) => post('sign-up/email', { name: 'Robin Redbreast', email, password: word });
  for (const word of ['password1', 'Often.Guessed', email, 'robin redbreast'])
    expect(await signUp(word)).toMatchObject(tooCommon('/password'));
  expect((await signIn(email, 'password1')).status).toBe(401);

  const kim = await aPerson(on.app);
  const change = { currentPassword: password, newPassword: 'Password1', revokeOtherSessions: false };
  expect(await post('change-password', change, kim.cookie)).toMatchObject(tooCommon('/newPassword'));
  await post('request-password-reset', { email: kim.email });
  const token = codeIn(await letter(kim.email, resetting));
  for (const newPassword of ['iloveyou1', kim.email])
    expect(await post('reset-password', { token, newPassword })).toMatchObject(tooCommon('/newPassword'));
  expect((await signIn(kim.email)).status).toBe(200);
  expect((await post('reset-password', { token, newPassword: better })).status).toBe(200);
});

test('an address that is taken is refused where it stands', async () => {
  const { email } = await aPerson(on.app);
  expect(await post('sign-up/email', { name: 'Robin', email: email.toUpperCase(), password })).toMatchObject({
    status: 422,
    body: { code: 'validation-failed', errors: [{ pointer: '/email' }] },
  });
});

describe('another address', () => {
  const change = ({ cookie }: Person, body: object) => post('change-email', body, cookie);
  const addressOf = async ({ userId }: Person) =>
    (await rowsOf('app.profiles', `user_id = '${userId}'`))[0]?.['email'];

  test('replaces the old one once it is confirmed, and the profile follows', async () => {
    const robin = await aPerson(on.app);
    const newEmail = `new.${robin.email}`;
    expect(await change(robin, { newEmail })).toMatchObject({
      status: 422,
      body: { code: 'password-wrong', errors: [{ pointer: '/password' }] },
    });
    expect((await change(robin, { newEmail, password })).status).toBe(200);
    const code = codeIn(await letter(newEmail, confirmation));
    expect(await addressOf(robin)).toBe(robin.email);
    expect(await confirm(code)).toMatchObject({ status: 401, ...refusedAs('SIGN_IN_TO_CONFIRM') });
    expect(await confirm(code, (await aPerson(on.app)).cookie)).toMatchObject(
      refusedAs('SIGN_IN_TO_CONFIRM'),
    );
    expect((await confirm(code, robin.cookie)).body).toMatchObject({ user: { email: newEmail } });
    expect(await addressOf(robin)).toBe(newEmail);
    expect((await robin.call({ url: '/v1/me' })).body.email).toBe(newEmail);
    expect(await confirm(code, robin.cookie)).toMatchObject(refusedAs('INVALID_TOKEN'));
    await letter(robin.email, /address for Odolog was changed/);
    expect((await signIn(newEmail)).status).toBe(200);
  });

  test('voids the links to a new password that the old mailbox holds', async () => {
    const robin = await aPerson(on.app);
    const newEmail = `next.${robin.email}`;
    await post('request-password-reset', { email: robin.email });
    const token = codeIn(await letter(robin.email, resetting));
    await change(robin, { newEmail, password });
    await confirm(codeIn(await letter(newEmail, confirmation)), robin.cookie);
    expect(await addressOf(robin)).toBe(newEmail);
    expect(await post('reset-password', { token, newPassword: better })).toMatchObject(
      refusedAs('INVALID_TOKEN'),
    );
    expect((await signIn(newEmail)).status).toBe(200);
  });

  test('of somebody else is not told apart from a free one', async () => {
    const [robin, kim] = [await aPerson(on.app), await aPerson(on.app)];
    const taken = await change(robin, { newEmail: kim.email, password });
    const free = await change(robin, { newEmail: `free.${kim.email}`, password });
    expect(taken.body).toEqual(free.body);
    await letter(`free.${kim.email}`, confirmation);
    expect(await messagesTo(on, kim.email)).toHaveLength(1);
  });

  test('of a person whose profile cannot follow stays what it was', async () => {
    const robin = await aPerson(on.app);
    const newEmail = `refused.${robin.email}`;
    await sql`ALTER TABLE app.profiles ADD CONSTRAINT refuse CHECK (email NOT LIKE 'refused.%')`.execute(
      on.database.admin().kysely,
    );
    await change(robin, { newEmail, password });
    const code = codeIn(await letter(newEmail, confirmation));
    expect((await confirm(code, robin.cookie)).status).toBeGreaterThanOrEqual(400);
    expect(await rowsOf('auth."user"', `"id" = '${robin.userId}'`)).toMatchObject([{ email: robin.email }]);
  });
});

test('a person gets another name, and the profile has it too', async () => {
  const robin = await aPerson(on.app, 'Robin');
  await post('update-user', { name: 'Robyn' }, robin.cookie);
  expect((await robin.call({ url: '/v1/me' })).body.name).toBe('Robyn');
});
