import { afterEach, expect, test } from 'vitest';
import { ask, testApp, type TestApp } from './test-app.js';

const rest = { identityProviders: [], terms: { version: '2026-11', text: null, url: null } };

let on: TestApp;
afterEach(() => on.close());

test('anyone may know whether messages go to a mail server or into the outbox', async () => {
  on = await testApp();
  expect((await ask(on.app, { url: '/v1/instance' })).body).toEqual({ ...rest, mail: 'outbox' });
  await on.close();
  const { mail } = on.resources.config;
  on = await testApp({ mail: { ...mail, smtpUrl: 'smtp://localhost' } });
  expect((await ask(on.app, { url: '/v1/instance' })).body).toEqual({ ...rest, mail: 'smtp' });
});
