import fastify from 'fastify';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerImmutableFiles } from '../src/http/immutable-files.js';

const asked: string[] = [];
let web: Server;
const api = fastify();
beforeAll(async () => {
  const files: Record<string, string> = {
    '/_next/static/chunks/a.js': 'plain script',
    '/_next/static/chunks/a.js.br': 'compressed script',
    '/_next/static/chunks/a.css.br': 'compressed style',
  };
  web = createServer((request, response) => {
    asked.push(request.url!);
    response.statusCode = files[request.url!] ? 200 : 404;
    response.end(files[request.url!]);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  registerImmutableFiles(api, `http://127.0.0.1:${(web.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await api.close();
  web.close();
});

const get = (url: string, encodings: string) =>
  api.inject({ url, headers: { 'accept-encoding': encodings } });

test('who takes Brotli gets what the build compressed, to be kept for good', async () => {
  const { statusCode, body, headers } = await get('/_next/static/chunks/a.js?dpl=1', 'gzip, deflate, br');
  expect({ statusCode, body }).toEqual({ statusCode: 200, body: 'compressed script' });
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  const style = await get('/_next/static/chunks/a.css', 'br');
  expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
});

test.each(['gzip', 'deflate, gzip;q=0.5, br;q=0'])(
  'who takes %s gets it compressed on the way',
  async (takes) => {
    const { rawPayload, headers } = await get('/_next/static/chunks/a.js', takes);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(rawPayload).toString()).toBe('plain script');
  },
);

test.each(['', 'deflate', 'gzip;q=0'])('who takes %o gets the file as it is', async (takes) => {
  const { body, headers } = await get('/_next/static/chunks/a.js', takes);
  expect([body, headers['content-encoding']]).toEqual(['plain script', undefined]);
});

test('a file is asked for once, and one that is not there each time', async () => {
  asked.length = 0;
  for (let time = 0; time < 2; time += 1) {
    await get('/_next/static/chunks/a.js', 'br');
    expect((await get('/_next/static/chunks/gone.js', 'br')).statusCode).toBe(404);
  }
  expect(asked).toEqual(['/_next/static/chunks/gone.js.br', '/_next/static/chunks/gone.js.br']);
});
