import type { EventToAppend } from '@odolog/event-store';
import { anEvent, aReading, atAStore, findStoreFaults, type TestTenant } from '@odolog/testing';
import type pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { appendSequence } from '../src/append-commands.js';
import { commandRows } from '../src/command-rows.js';

/** Imports and batches: thousands of commands in one transaction, in which a row that is written over again and again is never cleared. */
const on = atAStore();
let tenant: TestTenant;
let vehicle: string;
beforeEach(async () => {
  tenant = await on.aTenant();
  vehicle = await on.aVehicle(tenant);
});

const many = 1000;
const dayOf = (at: number) => new Date(Date.UTC(2019, 0, 1 + at)).toISOString().slice(0, 10);
const readings = (): EventToAppend[] =>
  Array.from({ length: many }, (_, at) => aReading(tenant, vehicle, { km: 1000 + at * 10, date: dayOf(at) }));

/** The outcomes of a sequence, and how often it wrote over the head rows of vehicles and tenants. */
async function appended(events: readonly EventToAppend[]) {
  await on.store.appendAll(events, { dryRun: true }); // makes the partitions
  const client = await on.api().pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT app.set_tenant($1)', [tenant.tenantId]);
    const before = await headsWritten(client);
    const outcomes = await appendSequence(client, await commandRows(events));
    const written = (await headsWritten(client)) - before;
    await client.query('COMMIT');
    return { outcomes, written };
  } finally {
    client.release();
  }
}

/** Since the connection last reported its statistics. */
async function headsWritten(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ written: number }>(
    `SELECT sum(n_tup_upd)::integer AS written FROM pg_stat_xact_user_tables WHERE relname IN ('vehicle_streams', 'tenant_heads')`,
  );
  return rows[0]!.written;
}

it('writes each head once where all of a thousand events fit', async () => {
  const { outcomes, written } = await appended(readings());
  expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: many }, () => 'appended'));
  expect(written).toBe(2);
});

it('does so too where the events come between and beside others', async () => {
  await on.store.append(aReading(tenant, vehicle, { km: 500, date: '2018-06-01' }));
  await on.store.append(aReading(tenant, vehicle, { km: 5995, date: dayOf(500) }));
  await on.store.append(aReading(tenant, vehicle, { km: 50_000, date: '2026-06-01' }));
  const events = readings().filter((_, at) => at !== 500);
  const { outcomes, written } = await appended(events);
  expect(outcomes.every(({ status }) => status === 'appended')).toBe(true);
  expect(written).toBe(2);
});

it('goes on in stretches around the few that do not fit, and answers each as if it had come alone', async () => {
  const events = readings();
  events[300] = aReading(tenant, vehicle, { km: 1, date: dayOf(300) });
  events[301] = events[7]!;
  events[700] = anEvent('hours-meter', tenant, vehicle, { date: dayOf(700), data: { hours: 12 } });
  const { outcomes, written } = await appended(events);
  expect(outcomes[300]).toEqual({
    status: 'odometer-out-of-order',
    previous: { eventId: events[299]!.id, date: dayOf(299), odometerM: 3_990_000 },
    next: null,
  });
  expect(outcomes[301]).toEqual({ status: 'duplicate', version: 8, position: 8 });
  expect(outcomes.at(-1)).toEqual({ status: 'appended', version: many - 2, position: many - 2 });
  expect(written).toBeLessThan(80);
  expect(await findStoreFaults(on.database.admin())).toEqual([]);
});

it('repeats a sequence without writing anything', async () => {
  const events = readings();
  const first = await on.store.appendAll(events);
  const { outcomes, written } = await appended(events);
  expect(outcomes).toEqual(
    first.map((outcome) => ({ ...(outcome as { status: 'appended' }), status: 'duplicate' })),
  );
  expect(written).toBe(0);
});
