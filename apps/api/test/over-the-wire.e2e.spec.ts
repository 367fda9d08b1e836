import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenForMetrics } from '../src/http/metrics.js';
import { contentsOf } from './every-route/contents.js';
import { fillUp } from './fill-up.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let web: Server;
let port: number;
let robin: Person;
beforeAll(async () => {
  web = createServer((asked, response) => {
    const { host, 'x-forwarded-host': forwarded } = asked.headers;
    response.setHeader('content-type', 'text/html').end(`${asked.method} ${asked.url} ${forwarded ?? host}`);
  });
  await new Promise<void>((resolve) => void web.listen(0, '127.0.0.1', resolve));
  on = await testApp({ webUrl: `http://127.0.0.1:${(web.address() as AddressInfo).port}` });
  await on.app.listen(0, '127.0.0.1');
  port = (on.app.getHttpServer().address() as AddressInfo).port;
  robin = await aPerson(on.app);
});
afterAll(async () => {
  web.close();
  await on.close();
});

interface Sent {
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer;
}

/** Sends to the end before it listens, on a connection of its own: as plain clients do. */
function send({ path, headers = {}, body }: Sent): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const method = body ? 'POST' : 'GET';
  // Without an agent, a request asks to be hung up on.
  const sent = request({ agent: false, port, host: '127.0.0.1', path, method, headers });
  sent.on('response', resolve).on('error', reject).end(body);
  return promise;
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test.each([
  ['a JSON body', '/api/v1/vehicles', 'application/json'],
  ['a file', '/api/v1/imports', 'multipart/form-data; boundary=x'],
])('%s of 50 MB is refused with an answer, not cut off', async (_name, path, type) => {
  const body = Buffer.alloc(50 * 1024 * 1024, 'a');
  const before = await contentsOf(on);
  const answer = await send({
    path,
    body,
    headers: { authorization: `Bearer ${robin.token}`, 'content-type': type },
  });
  expect(answer.statusCode).toBe(413);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(JSON.parse(await textOf(answer))).toMatchObject({ code: 'body-too-large' });
  expect(await contentsOf(on)).toEqual(before);
});

test('pages come from the web process behind the same port', async () => {
  const page = await send({ path: '/vehicles?tab=1', headers: { host: 'garage.example' } });
  expect(await textOf(page)).toBe('GET /vehicles?tab=1 garage.example');
  expect((await send({ path: '/api/nothing' })).statusCode).toBe(404);
});

test('while the web process is away, a page says so and tries again', async () => {
  const away = await testApp({ webUrl: 'http://127.0.0.1:9' });
  const { statusCode, headers, body } = await away.app.inject({ url: '/' });
  expect({ statusCode, type: headers['content-type'] }).toEqual({
    statusCode: 503,
    type: 'text/html; charset=utf-8',
  });
  expect(body).toContain('Odolog is starting');
  await away.close();
});

test('the feed comes as it happens, and goes on where it was cut off', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Streamed' } });
  const record = (date: string, km: number) =>
    robin.call({ url: `/v1/vehicles/${body.id}/events`, body: fillUp(date, km) });
  await record('2026-03-01', 1000);
  await record('2026-03-02', 1100);
  const headers = { authorization: `Bearer ${robin.token}`, 'last-event-id': '1' };
  const stream = await send({ path: '/api/v1/feed/stream', headers });
  expect(stream.headers['content-type']).toBe('text/event-stream');
  const positions: number[] = [];
  for await (const chunk of stream) {
    const ids = String(chunk).matchAll(/^id: (\d+)$/gm);
    positions.push(...[...ids].map(([, id]) => Number(id)));
    if (positions.length === 1) await record('2026-03-03', 1200);
    if (positions.length === 2) break;
  }
  stream.destroy();
  expect(positions).toEqual([2, 3]);
});

test('an open stream does not hold up the end of the process', async () => {
  const ending = await testApp();
  await ending.app.listen(0, '127.0.0.1');
  const { port: other } = ending.app.getHttpServer().address() as AddressInfo;
  const kim = await aPerson(ending.app);
  const headers = { authorization: `Bearer ${kim.token}` };
  const stream = await fetch(`http://127.0.0.1:${other}/api/v1/feed/stream`, { headers });
  const before = performance.now();
  await Promise.all([stream.text(), ending.close()]);
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('metrics are told on a port of their own, never on the public one', async () => {
  const metrics = await listenForMetrics('127.0.0.1', 0);
  try {
    const inside = `http://127.0.0.1:${(metrics.address() as AddressInfo).port}`;
    expect(await (await fetch(`${inside}/metrics`)).text()).toContain('odolog_http_request_duration_seconds');
    for (const path of ['/metrics', '/api/metrics', '/api/v1/metrics']) {
      const answer = await textOf(await send({ path }));
      expect({ path, tells: answer.includes('odolog_http') }).toEqual({ path, tells: false });
    }
  } finally {
    metrics.close();
  }
});
