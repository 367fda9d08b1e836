import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, testApp, type TestApp } from './test-app.js';

let on: TestApp;
let logged = '';
const log = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    logged += chunk.toString();
    done();
  },
});
beforeAll(async () => {
  on = await testApp({ logLevel: 'warn', trustedProxies: 0 }, log);
});
afterAll(() => on.close());

test('a proxy that is not trusted is named in the log, once', async () => {
  await ask(on.app, { url: '/health' });
  expect(logged).toBe('');
  for (let times = 0; times < 3; times += 1)
    await ask(on.app, { url: '/health', headers: { 'x-forwarded-for': '203.0.113.1' } });
  expect(logged.match(/ODOLOG_TRUSTED_PROXIES/g)).toHaveLength(1);
  expect(logged).not.toContain('203.0.113.1');
});
