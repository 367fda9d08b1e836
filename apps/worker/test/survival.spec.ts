import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, forTenant, type Database } from '@odolog/db';
import { startPostgres, type RunningPostgres } from '@odolog/embedded-postgres';
import { createEventStore } from '@odolog/event-store';
import { migrate } from '@odolog/migrate';
import { projectionCounts, readPosition, waitForPosition } from '@odolog/read-models';
import { anEvent, aReading, aTenant, aVehicle, rebuildAll, rounds, tablesOf } from '@odolog/testing';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kill, startWorker } from './worker-process.js';

/** The worker starts with none that can be guessed. */
const password = randomBytes(24).toString('hex');
let folder: string;
let postgres: RunningPostgres;
let admin: Database;
let api: Database;
let worker: Database;
let running: ChildProcess | undefined;
const url = (role: string) => {
  const as = new URL(postgres.adminUrl);
  as.username = role;
  as.password = password;
  return as.href;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odolog-survival-'));
  postgres = await startPostgres({ dataDir: folder });
  await migrate({
    adminUrl: postgres.adminUrl,
    passwords: { odolog_api: password, odolog_worker: password, odolog_jobs: password },
  });
  admin = createDatabase({ connectionString: postgres.adminUrl });
  api = createDatabase({ connectionString: url('odolog_api') });
  worker = createDatabase({ connectionString: url('odolog_worker') });
});
afterAll(async () => {
  if (running) await kill(running);
  await Promise.allSettled([admin.close(), api.close(), worker.close()]);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = () => startWorker({ worker: url('odolog_worker'), jobs: url('odolog_jobs') });

async function aHousehold(events: number) {
  const store = createEventStore(api);
  const tenant = await aTenant(admin);
  const vehicle = await aVehicle(api, store, tenant);
  const commands = Array.from({ length: events }, (_, at) =>
    at % 2
      ? aReading(tenant, vehicle, { km: at })
      : anEvent('fuel', tenant, vehicle, { km: at || 1, notes: `${at}` }),
  );
  await store.appendAll(commands);
  store.close();
  return tenant.tenantId;
}

async function expectEqualsRebuild(tenantId: string, position: number): Promise<void> {
  expect(await waitForPosition(api, { tenantId, position }, { timeoutMs: 30_000 })).toEqual({
    position,
    stale: false,
  });
  const folded = await tablesOf(api, tenantId);
  expect(folded['summary_events']).toHaveLength(position);
  await rebuildAll(worker, tenantId);
  expect(await tablesOf(api, tenantId)).toEqual(folded);
}

describe('the worker', () => {
  it('is killed in the middle of its events, again and again, and ends equal to a rebuild', async () => {
    const events = rounds(1500, 5000);
    const tenantId = await aHousehold(events);
    const at: number[] = [];
    for (let kills = 0; kills < 3 && at.at(-1) !== events; kills += 1) {
      running = await start();
      const before = await forTenant(api, tenantId, readPosition);
      await expect
        .poll(() => forTenant(api, tenantId, readPosition), { interval: 2, timeout: 10_000 })
        .toBeGreaterThan(before);
      await kill(running);
      at.push(await forTenant(api, tenantId, readPosition));
    }
    expect(at[0], 'killed before it was done').toBeLessThan(events);
    running = await start();
    await expectEqualsRebuild(tenantId, events);
  }, 90_000);

  it('goes on by itself when the database was killed and came back', async () => {
    const [before, after] = [await aHousehold(500), await aHousehold(500)];
    await expectEqualsRebuild(before, 500);
    const { rows } = await sql<{ pid: number }>`
      SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)::integer AS pid`.execute(admin.kysely);
    process.kill(rows[0]!.pid, 'SIGKILL');
    await wait(500);
    postgres = await startPostgres({ dataDir: folder, port: postgres.port });
    const later = await aHousehold(100);
    expect(
      (await waitForPosition(api, { tenantId: later, position: 100 }, { timeoutMs: 30_000 })).stale,
    ).toBe(false);
    await expectEqualsRebuild(before, 500);
    await expectEqualsRebuild(after, 500);
    await expectEqualsRebuild(later, 100);
    expect((await projectionCounts(api)).workers).not.toEqual([]);
  }, 90_000);

  it('goes on with its jobs, too', async () => {
    const jobs = createDatabase({ connectionString: url('odolog_jobs') });
    const boss = new PgBoss({
      connectionString: url('odolog_jobs'),
      schema: 'pgboss',
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    await boss.send('refresh-timeline-feed', {});
    const refreshes = async () =>
      (await sql`SELECT FROM private.mv_freshness`.execute(jobs.kysely)).rows.length;
    await expect.poll(refreshes, { timeout: 30_000 }).toBe(1);
    await boss.stop();
    await jobs.close();
  }, 60_000);

  it('ends when whoever started it is gone', async () => {
    const gone = new Promise((resolve) => running!.once('exit', resolve));
    running!.disconnect();
    expect(await gone).toBe(0);
  });
});
