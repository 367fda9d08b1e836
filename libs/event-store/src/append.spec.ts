import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import {
  anEvent,
  aReading,
  aTenant,
  aVehicle,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventToAppend } from './event.js';
import { createEventStore, type EventStore } from './event-store.js';
import { readFeed, readHistory, readStream } from './read-events.js';
import { readTimeline } from './read-timeline.js';

let database: TestDatabase;
let store: EventStore;
let tenant: TestTenant;
let vehicle: string;

beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});
beforeEach(async () => {
  tenant = await aTenant(database.admin());
  vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
});

const reading = (about: Partial<EventToAppend> & { km?: number } = {}) => aReading(tenant, vehicle, about);
const api = () => database.as('odolog_api');

describe('appending', () => {
  it('numbers events within the vehicle and within the tenant', async () => {
    const other = await aVehicle(api(), store, tenant);
    expect(await store.append(reading({ km: 1000 }))).toEqual({
      status: 'appended',
      version: 1,
      position: 1,
    });
    expect(await store.append(reading({ km: 1100 }))).toEqual({
      status: 'appended',
      version: 2,
      position: 2,
    });
    expect(await store.append(aReading(tenant, other, { km: 5 }))).toEqual({
      status: 'appended',
      version: 1,
      position: 3,
    });
  });

  it('answers the first result when the same command comes again', async () => {
    const event = reading({ km: 1000 });
    await store.append(event);
    expect(await store.append(event)).toEqual({ status: 'duplicate', version: 1, position: 1 });
    expect(await store.append({ ...event, source: 'offline' })).toMatchObject({ status: 'duplicate' });
  });

  it('refuses an id that was used for another content, date or vehicle', async () => {
    const event = reading({ km: 1000 });
    const other = await aVehicle(api(), store, tenant);
    await store.append(event);
    expect(await store.append({ ...event, notes: 'other' })).toEqual({ status: 'id-reused' });
    expect(
      await store.append({ ...event, date: '2025-03-01', occurredAt: '2025-03-01T11:00:00.000Z' }),
    ).toEqual({ status: 'id-reused' });
    expect(await store.append({ ...event, vehicleId: other })).toEqual({ status: 'id-reused' });
  });

  it('refuses a stale expected version and says the current one', async () => {
    await store.append(reading({ km: 1000 }));
    expect(await store.append(reading({ km: 1100, expectedVersion: 0 }))).toEqual({
      status: 'version-conflict',
      version: 1,
    });
    expect(await store.append(reading({ km: 1100, expectedVersion: 1 }))).toMatchObject({
      status: 'appended',
    });
  });

  it('does not know a vehicle of a neighbour', async () => {
    const neighbour = await aTenant(database.admin());
    expect(await store.append(aReading(neighbour, vehicle, { km: 1 }))).toEqual({
      status: 'unknown-vehicle',
    });
  });

  it('makes the partition of a year that nobody wrote to yet, in both directions', async () => {
    expect(await store.append(reading({ date: '1987-06-01' }))).toMatchObject({ status: 'appended' });
    expect(await store.append(reading({ date: '2034-06-01' }))).toMatchObject({ status: 'appended' });
    await expect(store.append(reading({ date: '1787-06-01' }))).rejects.toMatchObject({ code: '22008' });
  });

  it('keeps what was typed', async () => {
    const event = anEvent('expense', tenant, vehicle, {
      odometer: { value: 52_331.7, unit: 'mi' },
      odometerM: 84_219_708,
      data: { category: 'parking', total: { amount: '70.210', currency: 'EUR' } },
      notes: 'Ölwechsel',
    });
    await store.append(event);
    const [stored] = await forTenant(api(), tenant.tenantId, (trx) => readStream(trx, vehicle));
    expect(stored).toMatchObject({
      odometer: event.odometer,
      data: event.data,
      notes: event.notes,
      date: event.date,
      occurredAt: event.occurredAt,
    });
  });
});

it('refuses data that is not of its type, whoever hands it in', async () => {
  const event = reading({ data: { colour: 'red' } });
  await expect(store.append(event)).rejects.toMatchObject({
    code: 'validation-failed',
    extras: { errors: [{ pointer: '/data/colour', code: 'unknown-field' }] },
  });
  expect(await forTenant(api(), tenant.tenantId, (trx) => readStream(trx, vehicle))).toEqual([]);
});

describe('the odometer between its neighbours', () => {
  beforeEach(async () => {
    await store.append(reading({ km: 1000, date: '2026-01-01' }));
    await store.append(reading({ km: 3000, date: '2026-05-01' }));
  });

  it.each([
    ['before the newest', { km: 2000, date: '2026-03-01' }, 'appended'],
    ['equal to its neighbour', { km: 3000, date: '2026-05-02' }, 'appended'],
    ['older than all', { km: 900, date: '2001-01-01' }, 'appended'],
    ['void', { km: 9000, date: '2026-03-01', odometer: { value: 9000, unit: 'km', void: true } }, 'appended'],
    ['above the next', { km: 3001, date: '2026-03-01' }, 'odometer-out-of-order'],
    ['below the previous', { km: 999, date: '2026-03-01' }, 'odometer-out-of-order'],
    ['below the newest', { km: 2999, date: '2026-06-01' }, 'odometer-out-of-order'],
  ] as const)('a reading %s is %s', async (_, about, status) => {
    expect(await store.append(reading(about))).toMatchObject({ status });
  });

  it('names both neighbours', async () => {
    expect(await store.append(reading({ km: 5000, date: '2026-03-01' }))).toEqual({
      status: 'odometer-out-of-order',
      previous: { eventId: expect.any(String), date: '2026-01-01', odometerM: 1_000_000 },
      next: { eventId: expect.any(String), date: '2026-05-01', odometerM: 3_000_000 },
    });
  });

  it('lets the reading before come back when the newest is retracted', async () => {
    const typo = reading({ km: 30_000, date: '2026-06-01' });
    await store.append(typo);
    const retraction = {
      type: 'retraction',
      correctsId: typo.id,
      reason: 'one digit too many',
      date: typo.date,
    };
    expect(await store.append(reading(retraction))).toMatchObject({ status: 'appended' });
    expect(await store.append(reading({ km: 3100, date: '2026-06-02' }))).toMatchObject({
      status: 'appended',
    });
  });

  it('keeps a corrected reading at its place among readings of one instant', async () => {
    const first = reading({ km: 4000, date: '2026-07-01' });
    await store.append(first);
    await store.append(reading({ km: 4020, date: '2026-07-01' }));
    expect(await store.append(reading({ km: 4010, date: '2026-07-01', correctsId: first.id }))).toMatchObject(
      { status: 'appended' },
    );
    expect(await store.append(reading({ km: 4015, date: '2026-07-01' }))).toMatchObject({
      status: 'odometer-out-of-order',
    });
  });

  it('refuses to correct what is corrected already, or is not there', async () => {
    const event = reading({ km: 4000, date: '2026-07-01' });
    await store.append(event);
    await store.append(reading({ km: 4001, date: '2026-07-01', correctsId: event.id }));
    expect(await store.append(reading({ km: 4002, date: '2026-07-01', correctsId: event.id }))).toEqual({
      status: 'target-superseded',
    });
    expect(await store.append(reading({ km: 4002, date: '2026-07-01', correctsId: randomUUID() }))).toEqual({
      status: 'unknown-target',
    });
  });
});

describe('appending a sequence', () => {
  it('lets each event see those before it and answers each', async () => {
    const outcomes = await store.appendAll([
      reading({ km: 1000, date: '2026-01-01' }),
      reading({ km: 900, date: '2026-01-02' }),
      reading({ km: 1100, date: '2026-01-03' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['appended', 'odometer-out-of-order', 'appended']);
  });

  it.each([{ dryRun: true }, { atomic: true }, { undoIf: () => true }])(
    'leaves nothing behind with %o when one is refused',
    async (options) => {
      await store.appendAll(
        [reading({ km: 1000, date: '2026-01-01' }), reading({ km: 900, date: '2026-01-02' })],
        options,
      );
      expect(
        await forTenant(api(), tenant.tenantId, (trx) => readFeed(trx, { after: 0, limit: 10 })),
      ).toEqual([]);
      expect(await store.append(reading({ km: 1 }))).toEqual({ status: 'appended', version: 1, position: 1 });
    },
  );
});

describe('reading back', () => {
  it('gives the effective timeline, newest first, page by page', async () => {
    for (const day of ['2024-12-31', '2026-01-02', '2025-07-01', '2026-01-01'])
      await store.append(reading({ date: day }));
    const wrong = reading({ date: '2026-02-01' });
    await store.append(wrong);
    await store.append(reading({ type: 'retraction', correctsId: wrong.id, date: wrong.date }));
    const first = await readTimeline(api(), tenant.tenantId, { vehicleId: vehicle, limit: 3 });
    expect(first.items.map((event) => event.date)).toEqual(['2026-01-02', '2026-01-01', '2025-07-01']);
    const second = await readTimeline(api(), tenant.tenantId, {
      vehicleId: vehicle,
      limit: 3,
      cursor: first.nextCursor!,
    });
    expect([second.items.map((event) => event.date), second.nextCursor]).toEqual([['2024-12-31'], null]);
    const all = await readTimeline(api(), tenant.tenantId, {
      vehicleId: vehicle,
      limit: 9,
      includeSuperseded: true,
    });
    expect(all.items[0]).toMatchObject({ date: '2026-02-01', status: 'retracted' });
  });

  it('tells the history of an event from any of its versions', async () => {
    const first = reading({ km: 10 });
    const second = reading({ km: 11, correctsId: first.id, reason: 'typo' });
    const third = reading({ type: 'retraction', correctsId: second.id });
    for (const event of [first, second, third]) await store.append(event);
    for (const { id } of [first, second, third]) {
      const history = await forTenant(api(), tenant.tenantId, (trx) => readHistory(trx, id));
      expect(history.map((event) => event.id)).toEqual([first.id, second.id, third.id]);
    }
  });
});
