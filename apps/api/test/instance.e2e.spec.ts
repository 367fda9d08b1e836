import { afterEach, expect, test } from 'vitest';
import { ask, testApp, type TestApp } from './test-app.js';

let on: TestApp;
afterEach(() => on.close());

test('anyone may know whether messages go to a mail server or into the outbox', async () => {
  on = await testApp();
  expect((await ask(on.app, { url: '/v1/instance' })).body).toEqual({ mail: 'outbox' });
  await on.close();
  const { mail } = on.resources.config;
  on = await testApp({ mail: { ...mail, smtpUrl: 'smtp://localhost' } });
  expect((await ask(on.app, { url: '/v1/instance' })).body).toEqual({ mail: 'smtp' });
});
