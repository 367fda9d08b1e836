import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { createEventStore } from '@odolog/event-store';
import { aTenant, aVehicle, anEvent, foldAll, testDatabase, type TestDatabase } from '@odolog/testing';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { kill, startWorker } from './worker-process.js';

/** The worker's process is killed while it speaks to a mail server, at every step of their conversation. */
let database: TestDatabase;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await Promise.all([...running].map(kill));
  running.clear();
});
afterAll(() => database.drop());

const thorough = { tags: ['thorough'], timeout: 120_000 };
const people = 8;

/** Everyone has a household of their own and one thing overdue, and wants to know by day and night: a message each. */
async function aNeighbourhood(): Promise<void> {
  const store = createEventStore(database.as('odolog_api'));
  for (let person = 0; person < people; person += 1) {
    const tenant = await aTenant(database.admin());
    const vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
    await store.append(
      anEvent('reminder', tenant, vehicle, {
        date: '2026-01-01',
        data: { title: 'Oil', dueDate: '2026-02-01' },
      }),
    );
    await admin(sql`
      INSERT INTO app.notification_preferences (tenant_id, user_id, mail, digest, digest_at_min)
      VALUES (${tenant.tenantId}, ${tenant.userId}, true, 'none', 420)`);
  }
  store.close();
  await foldAll(database.as('odolog_worker'));
}

const admin = (statement: ReturnType<typeof sql>) => statement.execute(database.admin().kysely);

const steps = ['greeted', 'addressed', 'handed over', 'taken'] as const;
type Step = (typeof steps)[number];

/** Counts what it took, and says at which step of a conversation it is before it goes on. */
async function aMailServer(reached: (step: Step) => Promise<void>) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onConnect: (_session, done) => void reached('greeted').then(() => done()),
    onRcptTo: (_address, _session, done) => void reached('addressed').then(() => done()),
    onData: (stream, { envelope }, done) =>
      void text(stream)
        .then(() => reached('handed over'))
        .then(() => taken.push(...envelope.rcptTo.map(({ address }) => address)))
        .then(() => done())
        .then(() => reached('taken')),
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stop: () => new Promise<void>((done) => server.close(done)),
  };
}

async function start(smtpUrl: string): Promise<ChildProcess> {
  const worker = await startWorker({
    worker: database.url('odolog_worker'),
    jobs: database.url('odolog_jobs'),
    smtpUrl,
  });
  running.add(worker);
  return worker;
}

async function statuses(): Promise<Map<string, string>> {
  const { rows } = await sql<{ email: string; status: string }>`
    SELECT p.email, m.status FROM app.mails m JOIN app.profiles p ON p.user_id = m.user_id`.execute(
    database.admin().kysely,
  );
  return new Map(rows.map(({ email, status }) => [email, status]));
}

it('nobody is told twice, and whoever was surely not told is told after all', thorough, async () => {
  await aNeighbourhood();
  const plan: Step[] = [...steps];
  let victim: ChildProcess | undefined;
  let died: () => void = () => undefined;
  const server = await aMailServer(async (step) => {
    if (step !== plan[0] || !victim) return;
    plan.shift();
    const killed = victim;
    victim = undefined;
    await kill(killed);
    died();
  });
  while (plan.length > 0) {
    const death = new Promise<void>((resolve) => (died = resolve));
    victim = await start(server.url);
    await death;
  }
  // two minutes pass: every lease that a dead worker held has run out
  await admin(
    sql`UPDATE app.mails SET lease_until = now() - interval '1 second' WHERE status IN ('claimed', 'sending')`,
  );
  await Promise.all([start(server.url), start(server.url)]);
  await expect
    .poll(
      async () => [...(await statuses()).values()].filter((status) => /sent|unknown/.test(status)).length,
      {
        timeout: 60_000,
      },
    )
    .toBe(people);
  await wait(200);

  const ends = await statuses();
  expect(new Set(server.taken).size, 'each message at most once').toBe(server.taken.length);
  const sent = [...ends].filter(([, status]) => status === 'sent').map(([email]) => email);
  expect(server.taken).toEqual(expect.arrayContaining(sent));
  // each death leaves one message at most of which nobody can know, and the app tells of it all the same
  expect(people - sent.length).toBeLessThanOrEqual(steps.length);
  expect(sent.length).toBeGreaterThanOrEqual(people - steps.length);
  const { rows } = await admin(sql`SELECT user_id FROM app.notifications WHERE channel = 'app'`);
  expect(rows).toHaveLength(people);
  await server.stop();
});
