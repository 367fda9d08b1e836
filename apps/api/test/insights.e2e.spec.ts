import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleGarage, type SampleGarageVehicle } from '@odolog/sample-garage';
import { v5 } from 'uuid';
import { fillUp } from './fill-up.js';
import { foldAll } from './fold-all.js';
import type { TimelineItem } from '../src/timeline/timeline.contract.js';
import { aPerson, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

async function aVehicle(): Promise<string> {
  const { body } = await robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'Cuore', timeZone: 'Europe/Berlin' },
  });
  return `/v1/vehicles/${body.id}`;
}

const money = (amount: string, currency = 'EUR') => ({ amount, currency });

async function record(vehicle: string, ...events: object[]) {
  const { body } = await robin.call({ url: `${vehicle}/events:batch`, body: { events } });
  expect(body.refused).toBe(0);
  return body;
}

test('economy, costs, odometer, months and summary tell what was recorded', async () => {
  const vehicle = await aVehicle();
  const { position } = await record(
    vehicle,
    fillUp('2026-03-01', 1000),
    fillUp('2026-03-10', 1500),
    fillUp('2026-04-02', 2000),
  );
  await foldAll(on.database.as('odolog_worker'));
  const read = async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body;
  const economy = await read(`fuel-economy?min-position=${position}`);
  expect(economy.segments.map(({ status, lPer100Km }: never) => [status, lPer100Km])).toEqual([
    ['closed', 8],
    ['closed', 8],
  ]);
  expect(economy.averages).toMatchObject([
    { energy: 'petrol', distanceM: 1_000_000, volumeMl: 80_000, lPer100Km: 8 },
  ]);
  expect((await read('costs')).totals).toEqual([
    { currency: 'EUR', total: money('210.00'), running: money('210.00'), count: 3, perKm: money('0.21') },
  ]);
  expect((await read('odometer')).current.odometer).toEqual({ value: 2000, unit: 'km' });
  expect((await read('months')).items.map(({ month, events }: never) => [month, events])).toEqual([
    ['2026-04', 1],
    ['2026-03', 2],
  ]);
  expect((await read('months')).items[1].costs).toEqual([
    { currency: 'EUR', total: money('140.00'), byCategory: { fuel: money('140.00') } },
  ]);
  expect(await read('summary')).toMatchObject({
    odometer: { value: 2000, unit: 'km', date: '2026-04-02' },
    counts: { events: 3, byType: { fuel: 3 } },
    lastEvent: { type: 'fuel', date: '2026-04-02', summary: '40.00 L for €70.00' },
  });
  expect(await read('summary?asOf=2026-03-15')).toMatchObject({
    asOf: '2026-03-15',
    odometer: { value: 1500 },
    counts: { events: 2 },
  });
  const timeline = await read('timeline');
  expect(timeline.items[0].derived.economy).toMatchObject({ segmentStatus: 'closed', lPer100Km: 8 });
  const [card] = (await robin.call({ url: '/v1/vehicles' })).body.items;
  expect(card.summary).toMatchObject({ odometer: { value: 2000 }, counts: { events: 3 } });
});

test('distance goes on over a replaced odometer, and the odometer is known on any day', async () => {
  const vehicle = await aVehicle();
  await record(
    vehicle,
    fillUp('2026-03-01', 184_000),
    {
      type: 'odometer-replacement',
      date: '2026-03-10',
      data: { oldFinal: { value: 184_300, unit: 'km' }, newFirst: { value: 0, unit: 'km' } },
    },
    fillUp('2026-03-20', 200),
  );
  await foldAll(on.database.as('odolog_worker'));
  const read = async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body;
  expect((await read('fuel-economy')).segments).toMatchObject([
    { status: 'closed', fromOdometerM: 184_000_000, toOdometerM: 200_000, distanceM: 500_000, lPer100Km: 8 },
  ]);
  expect(await read('summary')).toMatchObject({
    odometer: { value: 200, trueM: 184_500_000 },
    cost: [{ perKm: money('0.28') }],
  });
  expect((await read('odometer')).readings.map(({ trueM }: { trueM: number }) => trueM)).toEqual([
    184_500_000, 184_300_000, 184_000_000,
  ]);
  expect((await read('odometer?asOf=2026-03-09')).current.odometer).toEqual({ value: 184_000, unit: 'km' });
  expect((await read('months')).items).toMatchObject([{ month: '2026-03', distanceM: 500_000 }]);
});

test('an hours meter is told beside the odometer, now and on any day, void hours apart from the rest', async () => {
  const vehicle = await aVehicle();
  const hours = (date: string, data: object) => ({ type: 'hours-meter', date, data });
  await record(
    vehicle,
    hours('2026-03-01', { hours: 1200.5 }),
    hours('2026-03-05', { hours: 12_100, hoursVoid: true }),
    {
      type: 'hours-meter-replacement',
      date: '2026-03-10',
      data: { oldFinalHours: 1215, newFirstHours: 3 },
    },
    hours('2026-03-20', { hours: 19 }),
  );
  await foldAll(on.database.as('odolog_worker'));
  const read = async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body;
  const { readings, current } = (await read('odometer')).hours;
  expect(current).toEqual(readings[0]);
  expect(readings.map(({ hours: shown, trueMin, void: isVoid }: never) => [shown, trueMin, isVoid])).toEqual([
    [19, 1231 * 60, false],
    [3, 1215 * 60, false],
    [12_100, null, true],
    [1200.5, 1200.5 * 60, false],
  ]);
  expect((await read('odometer?asOf=2026-03-09')).hours.current).toMatchObject({ hours: 1200.5 });
  expect((await read('summary')).hours).toMatchObject({ hours: 19, minutes: 1140, date: '2026-03-20' });
  expect((await read('summary?asOf=2026-02-28')).hours).toBeNull();
});

test('a read waits for the position of a write, and says so when that does not suffice', async () => {
  const vehicle = await aVehicle();
  const { position } = await record(vehicle, fillUp('2026-03-01', 1000));
  const late = await robin.call({ url: `${vehicle}/summary`, headers: { 'min-position': String(position) } });
  expect(late.headers).toMatchObject({ 'odolog-stale': 'true' });
  const waiting = robin.call({ url: `${vehicle}/summary?minPosition=${position}` });
  await foldAll(on.database.as('odolog_worker'));
  const { headers, body } = await waiting;
  expect(headers['odolog-stale']).toBeUndefined();
  expect(Number(headers['odolog-position'])).toBeGreaterThanOrEqual(position);
  expect(body.counts.events).toBe(1);
});

test('a reading far above the usual is accepted with a warning', async () => {
  const vehicle = await aVehicle();
  await record(
    vehicle,
    fillUp('2026-03-01', 1000),
    fillUp('2026-03-10', 1500),
    fillUp('2026-03-20', 2000),
    fillUp('2026-03-30', 2500),
  );
  await foldAll(on.database.as('odolog_worker'));
  const usual = await robin.call({ url: `${vehicle}/events`, body: fillUp('2026-04-08', 3000) });
  expect(usual.body.warnings).toEqual([]);
  const jump = await robin.call({ url: `${vehicle}/events`, body: fillUp('2026-04-09', 33_000) });
  expect(jump).toMatchObject({ status: 201, body: { warnings: [{ code: 'odometer-jump' }] } });
});

test('the sample garage holds three vehicles with years behind them, and goes as it came', async () => {
  const kim = await aPerson(on.app);
  const headers = { 'idempotency-key': 'samples' };
  const filled = await kim.call({ method: 'POST', url: '/v1/sample-garage', headers });
  expect(filled.status).toBe(201);
  expect(filled.body.items).toHaveLength(3);
  expect(filled.body.items.every(({ version }: { version: number }) => version > 50)).toBe(true);
  expect((await kim.call({ method: 'POST', url: '/v1/sample-garage' })).status).toBe(200);
  expect((await kim.call({ method: 'DELETE', url: '/v1/sample-garage' })).status).toBe(204);
  expect((await kim.call({ url: '/v1/vehicles' })).body.items).toEqual([]);
});

const idsOf = ({ body }: Reply): string[] => body.items.map(({ id }: { id: string }) => id).sort();

test('two wishes for sample vehicles at the same moment are one', async () => {
  const kim = await aPerson(on.app);
  const fill = () => kim.call({ method: 'POST', url: '/v1/sample-garage' });
  const [one, other] = await Promise.all([fill(), fill()]);
  expect(idsOf(one)).toHaveLength(3);
  expect(idsOf(other)).toEqual(idsOf(one));
  const whole = await kim.call({ url: '/v1/vehicles' });
  expect(whole.body.items.every(({ version }: { version: number }) => version > 50)).toBe(true);
  expect((await kim.call({ method: 'DELETE', url: '/v1/sample-garage' })).status).toBe(204);
  expect(idsOf(await fill())).not.toEqual(idsOf(one));
});

test('sample vehicles that were cut off are completed', async () => {
  const kim = await aPerson(on.app);
  const tenantId = (await kim.call({ url: '/v1/me' })).body.tenant.id as string;
  const cutOff = v5('sample:0:0', tenantId);
  const [{ vehicle }] = sampleGarage('2026-01-01') as [SampleGarageVehicle];
  expect((await kim.call({ url: '/v1/vehicles', body: { ...vehicle, id: cutOff } })).status).toBe(201);
  await on.database.admin().pool.query('UPDATE app.vehicles SET sample = true WHERE id = $1', [cutOff]);
  const filled = await kim.call({ method: 'POST', url: '/v1/sample-garage' });
  expect(filled.status).toBe(201);
  expect(idsOf(filled)).toHaveLength(3);
  expect(idsOf(filled)).toContain(cutOff);
  expect(filled.body.items.every(({ version }: { version: number }) => version > 50)).toBe(true);
});

test('a plug-in hybrid has an economy of each energy, and what charging lost', async () => {
  const vehicle = await aVehicle();
  const charge = (date: string, km: number, kWh: number) => ({
    type: 'charge',
    date,
    odometer: { value: km, unit: 'km' },
    data: {
      added: { value: kWh, unit: 'kWh' },
      drawn: { value: kWh * 1.25, unit: 'kWh' },
      total: { amount: '3.00', currency: 'EUR' },
      endPercent: 80,
      startedAt: `${date}T20:00:00Z`,
      charger: 'home',
    },
  });
  await record(
    vehicle,
    fillUp('2026-03-01', 1000),
    charge('2026-03-02', 1050, 8),
    charge('2026-03-05', 1150, 20),
    fillUp('2026-03-10', 1500),
  );
  await foldAll(on.database.as('odolog_worker'));
  const { averages } = (await robin.call({ url: `${vehicle}/fuel-economy` })).body;
  expect(averages).toMatchObject([
    { energy: 'electricity', distanceM: 100_000, energyWh: 20_000, drawnWh: 25_000, lossPercent: 20 },
    { energy: 'petrol', distanceM: 500_000, lPer100Km: 8 },
  ]);
  expect(averages[0].kWhPer100Km).toBeCloseTo(20, 9);
  expect(averages[0].mpge).toBeCloseTo((62.137119 / 20) * 33.7, 3);
  expect(averages[1]).not.toHaveProperty('lossPercent');
});

test('everything told of a vehicle can be seen as it was known at a past moment, and as of a past day', async () => {
  const vehicle = await aVehicle();
  await record(vehicle, fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp('2026-03-20', 2000));
  const read = async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body;
  const [newest] = (await read('timeline')).items;
  const knownAt = newest.recordedAt;
  await new Promise((done) => setTimeout(done, 2));
  await robin.call({
    url: `${vehicle}/events/${newest.id}/corrections`,
    body: { reason: 'Misread', event: fillUp('2026-03-21', 2500) },
  });
  await foldAll(on.database.as('odolog_worker'));

  expect((await read('timeline')).items[0]).toMatchObject({ date: '2026-03-21', status: 'corrected' });
  expect((await read(`timeline?knownAt=${knownAt}`)).items).toMatchObject([
    { id: newest.id, status: 'effective', derived: { economy: { distanceM: 500_000, lPer100Km: 8 } } },
    { date: '2026-03-10' },
    { date: '2026-03-01' },
  ]);
  expect(await read(`summary?knownAt=${knownAt}`)).toMatchObject({ odometer: { value: 2000 } });
  expect((await read(`fuel-economy?knownAt=${knownAt}`)).segments).toMatchObject([
    { toEventId: newest.id, distanceM: 500_000 },
    { distanceM: 500_000 },
  ]);
  expect((await read(`odometer?knownAt=${knownAt}`)).current.odometer.value).toBe(2000);
  expect((await read(`costs?asOf=2026-03-10`)).totals).toMatchObject([{ total: money('140.00'), count: 2 }]);
  expect((await read(`months?asOf=2026-03-10`)).items).toMatchObject([{ events: 2, distanceM: 500_000 }]);
  const asOf = await read(`timeline?asOf=2026-03-10&knownAt=${knownAt}`);
  expect(asOf.items.map(({ date }: { date: string }) => date)).toEqual(['2026-03-10', '2026-03-01']);
});

test('all vehicles together are seen as they were, each as by itself', async () => {
  const [mine, other] = [await aVehicle(), await aVehicle()];
  await record(mine, fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp('2026-03-20', 2000));
  await record(other, fillUp('2026-03-05', 7000), {
    type: 'note',
    date: '2026-03-11',
    data: { text: 'Rattles' },
  });
  const [newest] = (await robin.call({ url: `${mine}/timeline` })).body.items;
  const [note] = (await robin.call({ url: `${other}/timeline` })).body.items;
  const knownAt = note.recordedAt;
  await new Promise((done) => setTimeout(done, 2));
  const undo = { reason: 'Not mine' };
  await robin.call({ url: `${mine}/events/${newest.id}/retractions`, body: undo });
  await robin.call({ url: `${other}/events/${note.id}/retractions`, body: undo });
  await record(other, fillUp('2026-03-12', 7400));
  await foldAll(on.database.as('odolog_worker'));

  const vehicles = [mine, other].map((url) => url.split('/').at(-1));
  const together = async (view: string) => {
    const found: TimelineItem[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const url = `/v1/timeline?${view}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await robin.call({ url });
      found.push(...body.items.filter(({ vehicleId }: TimelineItem) => vehicles.includes(vehicleId)));
      cursor = body.nextCursor;
    }
    return found;
  };
  const apart = async (view: string) => {
    const pages = await Promise.all(
      [mine, other].map((url) => robin.call({ url: `${url}/timeline?${view}` })),
    );
    return pages
      .flatMap(({ body }) => body.items as TimelineItem[])
      .toSorted((a, b) => b.date.localeCompare(a.date));
  };
  for (const view of [
    `knownAt=${knownAt}`,
    'asOf=2026-03-11',
    `asOf=2026-03-10&knownAt=${knownAt}&type=fuel`,
  ])
    expect(await together(view)).toEqual(await apart(view));
  expect((await together(`knownAt=${knownAt}`)).map(({ date }) => date)).toEqual([
    '2026-03-20',
    '2026-03-11',
    '2026-03-10',
    '2026-03-05',
    '2026-03-01',
  ]);
  expect((await together('asOf=2026-03-10')).map(({ date }) => date)).toEqual([
    '2026-03-10',
    '2026-03-05',
    '2026-03-01',
  ]);
  expect(await robin.call({ url: '/v1/timeline?knownAt=2999-01-01T00:00:00Z' })).toMatchObject({
    status: 422,
  });
});

test('economy and readings of a window are those since its first day, now as they were then', async () => {
  const vehicle = await aVehicle();
  await record(vehicle, fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp('2026-03-20', 2500));
  await foldAll(on.database.as('odolog_worker'));
  const read = async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body;
  for (const view of ['', '&asOf=2026-03-31']) {
    const { segments, averages } = await read(`fuel-economy?from=2026-03-11${view}`);
    expect(segments).toMatchObject([{ toDate: '2026-03-20', distanceM: 1_000_000 }]);
    expect(averages).toMatchObject([{ energy: 'petrol', segments: 1, lPer100Km: 4 }]);
    const { readings, current } = await read(`odometer?from=2026-03-10${view}`);
    expect(readings.map(({ odometerM }: never) => odometerM)).toEqual([2_500_000, 1_500_000]);
    expect(current.odometerM).toBe(2_500_000);
  }
});

test('reminders are seen as they stood', async () => {
  const vehicle = await aVehicle();
  const reminder = { title: 'Inspection', dueDate: '2026-03-20', anchor: 'schedule', every: { months: 24 } };
  await record(
    vehicle,
    { type: 'reminder', date: '2026-01-01', data: { ...reminder, serviceKind: 'inspection' } },
    { type: 'inspection', date: '2026-03-22', data: { result: 'passed' } },
  );
  const standing = async (asOf: string) =>
    (await robin.call({ url: `${vehicle}/reminders?asOf=${asOf}` })).body.items;
  expect(await standing('2025-12-31')).toEqual([]);
  expect(await standing('2026-03-20')).toMatchObject([{ state: 'due', dueDate: '2026-03-20', daysLeft: 0 }]);
  expect(await standing('2026-03-21')).toMatchObject([{ state: 'overdue', daysLeft: -1 }]);
  expect(await standing('2026-03-22')).toMatchObject([{ state: 'upcoming', dueDate: '2028-03-20' }]);
});

test('what a vehicle loses in value stands apart from what it costs to run, and no two currencies are summed', async () => {
  const vehicle = await aVehicle();
  await record(
    vehicle,
    { type: 'acquired', date: '2026-02-01', data: { total: money('9000.00') } },
    fillUp('2026-03-01', 1000),
    { type: 'expense', date: '2026-03-05', data: { category: 'insurance', total: money('-30.00') } },
    { type: 'expense', date: '2026-03-06', data: { category: 'toll', total: money('40.00', 'CHF') } },
    fillUp('2026-03-10', 1500),
    fillUp('2026-04-02', 2000),
  );
  await foldAll(on.database.as('odolog_worker'));
  const read = async (what: string) => (await robin.call({ url: `${vehicle}/${what}` })).body;
  const kept = {
    currency: 'EUR',
    total: money('9180.00'),
    running: money('180.00'),
    perKm: money('0.18'),
    purchase: money('9000.00'),
  };
  const abroad = { currency: 'CHF', total: money('40.00', 'CHF'), perKm: money('0.04', 'CHF') };
  expect(await read('costs')).toMatchObject({ totals: [abroad, kept], distanceM: 1_000_000 });
  expect((await read('summary')).cost).toMatchObject([kept, abroad]);
  expect((await read('summary')).cost[0].depreciation).toBeUndefined();

  const sale = { type: 'sold', date: '2026-05-01', data: { total: money('6500.00') } };
  const { position } = (await robin.call({ url: `${vehicle}/events`, body: sale })).body;
  await foldAll(on.database.as('odolog_worker'));
  const lost = {
    running: money('180.00'),
    sale: money('-6500.00'),
    depreciation: money('2500.00'),
    depreciationPerKm: money('2.50'),
  };
  expect((await read(`summary?min-position=${position}`)).cost[0]).toMatchObject(lost);
  expect((await read('costs')).totals[1]).toMatchObject(lost);
  expect((await read('costs?from=2026-03-06')).totals[1]).toMatchObject({
    total: money('-6360.00'),
    running: money('140.00'),
    perKm: money('0.28'),
  });
});

test('a look at the future of the record, or from no day at all, is refused', async () => {
  const vehicle = await aVehicle();
  for (const what of ['summary', 'timeline', 'costs', 'odometer', 'months', 'fuel-economy', 'reminders']) {
    const ahead = await robin.call({ url: `${vehicle}/${what}?knownAt=2999-01-01T00:00:00Z` });
    expect(ahead).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer: '/query/knownAt', code: 'in-the-future' }] },
    });
    for (const bad of ['asOf=2026-02-30', 'asOf=soon', 'knownAt=2026-03-01'])
      expect(await robin.call({ url: `${vehicle}/${what}?${bad}` })).toMatchObject({
        status: 422,
        body: { code: 'validation-failed', errors: [{ pointer: `/query/${bad.split('=')[0]}` }] },
      });
  }
});
