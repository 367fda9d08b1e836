import { projectors } from '@odolog/read-models';
import { aQueue, foldAll } from '@odolog/testing';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { aPerson, ask, testApp, type TestApp } from './test-app.js';

let on: TestApp;
let queue: PgBoss;
beforeAll(async () => {
  on = await testApp((database) => ({ jobsDatabaseUrl: database.url('odolog_jobs') }));
  queue = await aQueue(on.database);
  const robin = await aPerson(on.app);
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
  await robin.call({ url: `/v1/vehicles/${body.id}/events`, body: fillUp('2026-03-01', 1000) });
  await foldAll(on.database.as('odolog_worker'));
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await on.close();
});
beforeEach(() => on.database.as('odolog_worker').pool.query('SELECT app.beat(gen_random_uuid())'));

const ready = () => ask(on.app, { url: '/ready' });
const asAdmin = (sql: string) => on.database.admin().pool.query(sql);

test('a fresh installation with a worker is ready, and says how far its read models are', async () => {
  const { status, body } = await ready();
  expect(status).toBe(200);
  expect(body).toEqual({
    status: 'ready',
    parts: {
      database: { ok: true },
      migrations: { ok: true },
      jobs: { ok: true },
      cache: { ok: true, detail: 'in the process' },
      projectors: { ok: true, detail: '0 events behind at most' },
      signing: { ok: true },
    },
  });
});

test('a secret that is not that of the process that signs tokens is told', async () => {
  const { rows } = await on.database.admin().pool.query('SELECT "id", "privateKey" FROM auth."jwks"');
  await asAdmin(`UPDATE auth."jwks" SET "privateKey" = '"sealed with another one"'`);
  expect(await ready()).toMatchObject({
    status: 503,
    body: {
      parts: {
        signing: {
          ok: false,
          detail: 'another process of this installation signs tokens with another ODOLOG_AUTH_SECRET',
        },
      },
    },
  });
  for (const { id, privateKey } of rows)
    await on.database
      .admin()
      .pool.query('UPDATE auth."jwks" SET "privateKey" = $2 WHERE "id" = $1', [id, privateKey]);
});

test('a worker that has stopped is missed', async () => {
  await asAdmin("UPDATE private.worker_heartbeats SET beat_at = now() - interval '31 seconds'");
  expect(await ready()).toMatchObject({
    status: 503,
    body: {
      status: 'not-ready',
      parts: { projectors: { ok: false, detail: 'no worker is alive; 0 events behind at most' } },
    },
  });
});

test('a read model that is behind says so, and is missed once it is hopeless', async () => {
  const head = (position: number) => asAdmin(`UPDATE app.tenant_heads SET position = ${position}`);
  await head(100_000);
  expect((await ready()).body.parts.projectors).toEqual({ ok: true, detail: '99999 events behind at most' });
  await head(100_002);
  expect(await ready()).toMatchObject({
    status: 503,
    body: { parts: { projectors: { ok: false, detail: '100001 events behind at most' } } },
  });
  await asAdmin(
    `UPDATE app.projector_checkpoints SET failure = 'unreadable', failed_position = 2, attempts = 1, failed_event_id = gen_random_uuid(), retry_at = now()`,
  );
  // an event that cannot be folded stops its own tenant, and nobody else's traffic
  expect(await ready()).toMatchObject({
    status: 200,
    body: { parts: { projectors: { detail: expect.stringContaining(projectors[0]?.name ?? '?') } } },
  });
});

test('a job that nobody takes is named once it has been due for an hour', async () => {
  await queue.send('rebuild-projector', {});
  expect((await ready()).body.parts.jobs).toEqual({ ok: true });
  await asAdmin("UPDATE pgboss.job SET start_after = now() - interval '61 minutes'");
  expect(await ready()).toMatchObject({
    status: 503,
    body: { parts: { jobs: { ok: false, detail: 'due for more than 1 hour: rebuild-projector' } } },
  });
});
