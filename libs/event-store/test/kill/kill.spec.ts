import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase, type Database } from '@odolog/db';
import { startPostgres, type RunningPostgres } from '@odolog/embedded-postgres';
import { createEventStore } from '@odolog/event-store';
import { migrate } from '@odolog/migrate';
import { aReading, aTenant, aVehicle, findStoreFaults, type TestTenant } from '@odolog/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Acknowledgement, WritersVehicle } from './writer.js';

/** A durable server of its own, since it is killed. */
let dataDir: string;
let postgres: RunningPostgres;
let apiUrl: string;
let admin: Database;
const vehicles: WritersVehicle[] = [];
const writers: ChildProcess[] = [];
const lines: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'odolog-kill-'));
  postgres = await startPostgres({ dataDir });
  await migrate({ adminUrl: postgres.adminUrl, passwords: { odolog_api: 'test' } });
  const url = new URL(postgres.adminUrl);
  [url.username, url.password] = ['odolog_api', 'test'];
  apiUrl = url.href;
  admin = createDatabase({ connectionString: postgres.adminUrl });
  const api = createDatabase({ connectionString: apiUrl });
  const store = createEventStore(api);
  for (let at = 0; at < 12; at++) {
    const tenant = await aTenant(admin);
    vehicles.push({ ...tenant, vehicleId: await aVehicle(api, store, tenant) });
  }
  store.close();
  await api.close();
});
afterAll(async () => {
  for (const writer of writers) writer.kill('SIGKILL');
  await admin.close();
  await postgres.stop('immediate');
  await rm(dataDir, { recursive: true, force: true });
});

function startWriter(): ChildProcess {
  const file = (name: string) => path.join(import.meta.dirname, name);
  const source = ['--conditions=odolog-source', '--import', file('../../../testing/src/resolve-source.mjs')];
  const flags = [...source, '--experimental-transform-types', '--no-warnings'];
  const writer = spawn(process.execPath, [...flags, file('writer.ts'), apiUrl, JSON.stringify(vehicles)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.push(writer);
  let rest = '';
  writer.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop()!;
    lines.push(...parts);
  });
  return writer;
}

async function killPostmaster(): Promise<void> {
  const pidFile = await readFile(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
}

async function moreAcknowledgements(than: number): Promise<void> {
  for (const end = Date.now() + 20_000; lines.length < than + 400; await sleep(20))
    if (Date.now() > end) throw new Error(`writers are stuck at ${lines.length} acknowledgements`);
}

it('keeps every acknowledged event once when writers and the server are killed in the middle', async () => {
  const [steady, doomed] = [startWriter(), startWriter()];
  await moreAcknowledgements(0);
  doomed.kill('SIGKILL');
  const successor = startWriter();
  await moreAcknowledgements(lines.length);
  await killPostmaster();
  postgres = await startPostgres({ dataDir, port: postgres.port });
  await moreAcknowledgements(lines.length);
  for (const writer of [steady, successor]) {
    const ended = once(writer, 'exit');
    writer.kill('SIGTERM');
    await ended;
  }

  const acknowledged = lines.map((line) => JSON.parse(line) as Acknowledgement);
  const { rows } = await sql<Acknowledgement>`
    SELECT id, vehicle_id, version, position FROM app.vehicle_events`.execute(admin.kysely);
  const stored = new Map(rows.map((event) => [event.id, event]));
  const lost = acknowledged.filter(({ status: _, ...place }) => !isDeeply(stored.get(place.id), place));
  expect(lost).toEqual([]);
  const appended = acknowledged.filter(({ status }) => status === 'appended').map(({ id }) => id);
  expect(new Set(appended).size).toBe(appended.length);
  expect(await findStoreFaults(admin)).toEqual([]);
}, 90_000);

it(
  'appends a long sequence once and whole, when the server is killed in it and comes back',
  { tags: ['thorough'], timeout: 90_000 },
  async () => {
    const api = createDatabase({ connectionString: apiUrl });
    const store = createEventStore(api);
    const tenant: TestTenant = await aTenant(admin);
    const vehicle = await aVehicle(api, store, tenant);
    const readings = Array.from({ length: 10_000 }, (_, at) =>
      aReading(tenant, vehicle, { km: 1000 + at, date: '2024-06-01' }),
    );
    // Where the server is away for longer than an append goes on trying, whoever sent it sends it again.
    const appending = store.appendAll(readings).catch(() => undefined);
    await expect.poll(appendingBackends, { interval: 5, timeout: 20_000 }).not.toEqual([]);
    for (const pid of await appendingBackends()) process.kill(pid, 'SIGKILL');
    await killPostmaster();
    postgres = await startPostgres({ dataDir, port: postgres.port });
    const outcomes = (await appending) ?? (await store.appendAll(readings));
    const versions = outcomes.map((outcome) => ('version' in outcome ? outcome.version : outcome.status));
    expect(versions).toEqual(readings.map((_, at) => at + 1));
    expect(await storedOf(vehicle)).toBe(readings.length);
    expect(await findStoreFaults(admin)).toEqual([]);
    store.close();
    await api.close();
  },
);

async function appendingBackends(): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%app.append_all%' AND pid <> pg_backend_pid()`.execute(
    admin.kysely,
  );
  return rows.map(({ pid }) => pid);
}

async function storedOf(vehicle: string): Promise<number> {
  const { rows } = await sql<{ events: number }>`
    SELECT count(*)::integer AS events FROM app.vehicle_events WHERE vehicle_id = ${vehicle}`.execute(
    admin.kysely,
  );
  return rows[0]!.events;
}

const isDeeply = (
  event: Omit<Acknowledgement, 'status'> | undefined,
  place: Omit<Acknowledgement, 'status'>,
) =>
  event?.vehicleId === place.vehicleId &&
  event.version === place.version &&
  event.position === place.position;
