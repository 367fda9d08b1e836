import { randomUUID } from 'node:crypto';
import { foldAll } from '@odolog/testing';
import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';
import { aPerson } from './test-app.js';

const at = atAVehicle();

test('a recorded event is answered as it is stored', async () => {
  const { status, body, headers } = await at.record(fillUp('2026-03-01', 1000, { notes: 'Cold' }));
  expect(status).toBe(201);
  expect(headers['etag']).toBe('"1"');
  const event = {
    id: expect.any(String),
    vehicleId: at.vehicle.split('/').at(-1),
    type: 'fuel',
    date: '2026-03-01',
    occurredAt: null,
    odometer: { value: 1000, unit: 'km' },
    cost: { amount: '70.00', currency: 'EUR' },
    category: 'fuel',
    summary: '40.00 L for €70.00',
    notes: 'Cold',
    data: fillUp('2026-03-01', 1000).data,
    files: [],
    derived: {},
    status: 'effective',
    version: 1,
    position: body.position,
    source: 'api',
    recordedAt: expect.any(String),
    firstRecordedAt: expect.any(String),
    recordedBy: { id: at.robin.userId, name: 'Robin' },
    correctsId: null,
    reason: null,
  };
  expect(body).toEqual({ event, version: 1, position: expect.any(Number), warnings: [] });
  expect((await at.robin.call({ url: `${at.vehicle}/events/${body.event.id}` })).body).toEqual(event);
});

test('an entry without a time follows those of its day that were entered before it', async () => {
  const clock = (time: string) => ({ occurredAt: `2026-03-01T${time}:00+01:00` });
  expect((await at.record(fillUp('2026-03-01', 1000, clock('08:00')))).status).toBe(201);
  expect((await at.record(fillUp('2026-03-01', 1050, clock('17:30')))).status).toBe(201);
  const oil = { type: 'maintenance', date: '2026-03-01', data: { items: [{ kind: 'engine-oil' }] } };
  const id = randomUUID();
  const service = { ...oil, id, odometer: { value: 1060, unit: 'km' } };
  expect(await at.record(service)).toMatchObject({ status: 201, body: { event: { occurredAt: null } } });
  expect((await at.record(service)).status).toBe(200);
  const lower = { ...oil, odometer: { value: 1055, unit: 'km' } };
  expect(await at.record(lower)).toMatchObject({ status: 409, body: { code: 'odometer-out-of-order' } });
  const page = await at.robin.call({ url: `${at.vehicle}/timeline` });
  expect(page.body.items.map(({ odometer }: { odometer: { value: number } }) => odometer.value)).toEqual([
    1060, 1050, 1000,
  ]);
});

test('a replaced odometer without a time follows the readings of its day that the old one showed', async () => {
  const clock = (time: string) => ({ occurredAt: `2026-03-01T${time}:00+01:00` });
  await at.record(fillUp('2026-02-01', 99_000));
  await at.record(fillUp('2026-03-01', 100_000, clock('17:30')));
  const [oldFinal, newFirst] = [100_000, 0].map((value) => ({ value, unit: 'km' }));
  const replaced = { type: 'odometer-replacement', date: '2026-03-01', data: { oldFinal, newFirst } };
  expect((await at.record(replaced)).status).toBe(201);
  await at.record(fillUp('2026-04-01', 500));
  await foldAll(at.on.database.as('odolog_worker'));
  const { body } = await at.robin.call({ url: `${at.vehicle}/fuel-economy` });
  expect(body.segments.map(({ distanceM }: { distanceM: number }) => distanceM)).toEqual([
    500_000, 1_000_000,
  ]);
});

test('a replaced hours meter without a time follows the hours of its day that the old one showed', async () => {
  const hours = (date: string, value: number, about: object = {}) =>
    at.record({ type: 'hours-meter', date, data: { hours: value }, ...about });
  await hours('2026-03-01', 1200, { occurredAt: '2026-03-01T17:30:00+01:00' });
  const data = { oldFinalHours: 1200, newFirstHours: 0 };
  const replaced = { type: 'hours-meter-replacement', date: '2026-03-01', data };
  expect((await at.record(replaced)).status).toBe(201);
  expect((await hours('2026-03-02', 5)).status).toBe(201);
  await at.fold();
  const { hours: told } = await at.read('odometer');
  expect(told.readings.map(({ trueMin }: { trueMin: number }) => trueMin)).toEqual([72_300, 72_000, 72_000]);
});

test('of a batch, too, entries without a time follow those of their day that were entered before', async () => {
  const clock = { occurredAt: '2026-03-01T17:30:00+01:00' };
  await at.record(fillUp('2026-03-01', 1000, clock));
  const batch = [fillUp('2026-03-01', 1010), fillUp('2026-03-01', 1020)];
  const events = batch.map((event) => ({ ...event, id: randomUUID() }));
  await at.recordAll(...events);
  expect(await at.recordAll(...events)).toMatchObject({ recorded: 0, duplicates: 2 });
  const { items } = await at.read('timeline');
  expect(items.map(({ odometer }: { odometer: { value: number } }) => odometer.value)).toEqual([
    1020, 1010, 1000,
  ]);
});

test('readings of one day without a time stand in the order in which they were recorded', async () => {
  expect((await at.record(fillUp('2026-03-01', 1100))).status).toBe(201);
  expect(await at.record(fillUp('2026-03-01', 1000))).toMatchObject({
    status: 409,
    body: { code: 'odometer-out-of-order' },
  });
  expect(
    (await at.record({ ...fillUp('2026-03-01', 1000), occurredAt: '2026-03-01T08:00:00Z' })).status,
  ).toBe(201);
});

test('who knows another version than the current one is told the current one', async () => {
  await at.record(fillUp('2026-03-01', 1000));
  expect(await at.record(fillUp('2026-03-02', 1100), { 'if-match': '"0"' })).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', currentVersion: 1 },
  });
  expect((await at.record(fillUp('2026-03-02', 1100), { 'if-match': '"1"' })).status).toBe(201);
});

test('the timeline is newest first, filtered and in pages', async () => {
  await at.record(fillUp('2026-03-01', 1000));
  await at.record({ type: 'note', date: '2026-03-02', data: { text: 'A rattle' } });
  await at.record(fillUp('2026-03-03', 1100));
  const dates = async (query: string) =>
    (await at.robin.call({ url: `${at.vehicle}/timeline${query}` })).body.items.map(
      ({ date }: never) => date,
    );
  expect(await dates('')).toEqual(['2026-03-03', '2026-03-02', '2026-03-01']);
  expect(await dates('?type=fuel')).toEqual(['2026-03-03', '2026-03-01']);
  expect(await dates('?type=fuel,note&from=2026-03-02')).toEqual(['2026-03-03', '2026-03-02']);
  expect(await dates('?q=rattle')).toEqual(['2026-03-02']);
  const first = await at.robin.call({ url: `${at.vehicle}/timeline?limit=2` });
  expect(await dates(`?limit=2&cursor=${first.body.nextCursor}`)).toEqual(['2026-03-01']);
  const everywhere = await at.robin.call({ url: `/v1/timeline?vehicleId=${at.vehicle.split('/').at(-1)}` });
  expect(everywhere.body.items).toHaveLength(3);
});

test('an entry is found however its accents and those of the question were typed', async () => {
  const [composed, apart] = ['Café Kröger', 'Café Kröger'.normalize('NFD')];
  await at.record({ type: 'note', date: '2026-03-01', data: { text: composed } });
  await at.record({ type: 'note', date: '2026-03-02', data: { text: 'x' }, notes: apart });
  await at.record({ type: 'note', date: '2026-03-03', data: { text: 'Kroger' } });
  for (const asked of [composed, apart, 'CAFÉ'.normalize('NFD'), 'kröger']) {
    const { body } = await at.robin.call({ url: `${at.vehicle}/timeline?q=${encodeURIComponent(asked)}` });
    expect(body.items.map(({ date }: never) => date)).toEqual(['2026-03-02', '2026-03-01']);
    // nothing that was typed is changed
    expect([body.items[0].notes, body.items[1].data.text]).toEqual([apart, composed]);
  }
});

test('the feed is in position order without a gap', async () => {
  const kim = await aPerson(at.on.app);
  const { body } = await kim.call({ url: '/v1/vehicles', body: { nickname: 'Feed' } });
  for (let day = 1; day <= 5; day += 1) {
    const event = fillUp(`2026-03-0${day}`, 1000 + day);
    await kim.call({ url: `/v1/vehicles/${body.id}/events`, body: event });
  }
  const first = await kim.call({ url: '/v1/feed?limit=3' });
  const rest = await kim.call({ url: `/v1/feed?after=${first.body.nextPosition}` });
  const positions = [first, rest].flatMap((page) => page.body.items.map(({ position }: never) => position));
  expect(positions).toEqual([1, 2, 3, 4, 5]);
  expect(rest.body).toMatchObject({ nextPosition: 5, headPosition: 5 });
});

test('event types tell their schemas', async () => {
  const { body } = await at.robin.call({ url: '/v1/event-types' });
  const types = body.items.map(({ type }: never) => type);
  expect(types).toEqual(
    expect.arrayContaining(['fuel', 'maintenance', 'odometer', 'reminder', 'expense', 'note']),
  );
  expect(types).not.toContain('retraction');
  const schema = await at.robin.call({ url: '/v1/event-types/fuel/schema' });
  expect(schema.body).toMatchObject({ $id: 'urn:odolog:event:fuel:v2', type: 'object' });
  expect((await at.robin.call({ url: '/v1/event-types/retraction/schema' })).status).toBe(404);
});
