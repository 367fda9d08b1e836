import { Redis } from 'ioredis';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasRedis, isRedisOurs, startRedis, type RedisServer } from './redis-server.js';
import { aPerson, ask, testApp, type TestApp } from './test-app.js';

describe.runIf(hasRedis)('with a Redis', () => {
  let redis: RedisServer;
  let one: TestApp;
  let two: TestApp;
  let reconnections = 0;
  const lines: string[] = [];
  const log = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(...chunk.toString().split('\n'));
      done();
    },
  });
  const said = (message: string) => lines.filter((line) => line.includes(`"msg":"${message}"`));
  beforeAll(async () => {
    redis = await startRedis();
    one = await testApp({ redisUrl: redis.url, rateLimit: 30, logLevel: 'info' }, log);
    one.resources.redis?.on('reconnecting', () => (reconnections += 1));
    const { apiDatabaseUrl, authDatabaseUrl } = one.resources.config;
    two = await testApp({ redisUrl: redis.url, rateLimit: 30, apiDatabaseUrl, authDatabaseUrl });
  });
  afterAll(async () => {
    await two.close();
    await one.close();
    await redis.stop();
  });

  test('two processes count the requests of one identity together', async () => {
    const robin = await aPerson(one.app);
    const headers = { authorization: `Bearer ${robin.token}` };
    const statuses: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      const { status } = await ask((at % 2 === 0 ? one : two).app, { url: '/v1/me', headers });
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  test('what one process changed, the other does not answer from its cache', async () => {
    const robin = await aPerson(one.app);
    const headers = { authorization: `Bearer ${robin.token}` };
    const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Shared' } });
    const timeline = { url: `/v1/vehicles/${body.id}/timeline`, headers };
    expect((await ask(two.app, timeline)).status).toBe(200);
    expect((await robin.call({ method: 'DELETE', url: `/v1/vehicles/${body.id}` })).status).toBe(204);
    await expect.poll(async () => (await ask(two.app, timeline)).status, { timeout: 2_000 }).toBe(404);
  });

  test('what a VIN says is kept for thirty days, for every process, and under no name that tells the VIN', async () => {
    const vin = '1HGCM82633A004352';
    const robin = await aPerson(one.app);
    const decoded = (await robin.call({ url: `/v1/vin/${vin}` })).body;
    const client = new Redis(redis.url);
    const [key] = await client.keys('*vin:*');
    const [days, kept] = [(await client.pttl(key!)) / 86_400_000, await client.get(key!)];
    client.disconnect();
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30.1);
    expect(kept).toContain('Accord');
    expect(`${key} ${kept}`).not.toContain(vin);
    const headers = { authorization: `Bearer ${robin.token}` };
    expect((await ask(two.app, { url: `/v1/vin/${vin}`, headers })).body).toEqual(decoded);
  });

  test.runIf(isRedisOurs)(
    'without it, requests are answered all the same, and ready says what is missing',
    async () => {
      const robin = await aPerson(one.app);
      await redis.stop();
      expect((await robin.call({ url: '/v1/me' })).status).toBe(200);
      const { status, body } = await ask(one.app, { url: '/ready' });
      expect(status).toBe(503);
      expect(body.parts.cache).toEqual({ ok: false, detail: 'does not answer' });
    },
  );

  test.runIf(isRedisOurs)(
    'an outage is a line in the log, its end another, and the bus goes on',
    async () => {
      const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await redis.stop();
      // long enough for each connection to try again and again
      await expect.poll(() => reconnections, { timeout: 10_000 }).toBeGreaterThan(3);
      redis = await startRedis(redis.port);
      await expect.poll(() => said('redis is back'), { timeout: 10_000 }).toHaveLength(1);
      expect(said('redis is away')).toHaveLength(1);
      expect(errors.mock.calls).toEqual([]);
      errors.mockRestore();
      const robin = await aPerson(one.app);
      const headers = { authorization: `Bearer ${robin.token}` };
      const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Shared' } });
      const timeline = { url: `/v1/vehicles/${body.id}/timeline`, headers };
      expect((await ask(two.app, timeline)).status).toBe(200);
      expect((await robin.call({ method: 'DELETE', url: `/v1/vehicles/${body.id}` })).status).toBe(204);
      await expect.poll(async () => (await ask(two.app, timeline)).status, { timeout: 4_000 }).toBe(404);
    },
  );
});
