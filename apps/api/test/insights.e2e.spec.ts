import { daysAfter } from '@odolog/vehicle';
import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();
const money = (amount: string, currency = 'EUR') => ({ amount, currency });

test('economy, costs, odometer, months and summary tell what was recorded', async () => {
  const { position } = await at.recordAll(
    fillUp('2026-03-01', 1000),
    fillUp('2026-03-10', 1500),
    fillUp('2026-04-02', 2000),
  );
  await at.fold();
  const economy = await at.read(`fuel-economy?min-position=${position}`);
  expect(economy.segments.map(({ status, lPer100Km }: never) => [status, lPer100Km])).toEqual([
    ['closed', 8],
    ['closed', 8],
  ]);
  expect(economy.averages).toMatchObject([
    { energy: 'petrol', distanceM: 1_000_000, volumeMl: 80_000, lPer100Km: 8 },
  ]);
  expect((await at.read('costs')).totals).toEqual([
    { currency: 'EUR', total: money('210.00'), running: money('210.00'), count: 3, perKm: money('0.21') },
  ]);
  expect((await at.read('odometer')).current.odometer).toEqual({ value: 2000, unit: 'km' });
  expect((await at.read('months')).items.map(({ month, events }: never) => [month, events])).toEqual([
    ['2026-04', 1],
    ['2026-03', 2],
  ]);
  expect((await at.read('months')).items[1].costs).toEqual([
    { currency: 'EUR', total: money('140.00'), byCategory: { fuel: money('140.00') } },
  ]);
  expect(await at.read('summary')).toMatchObject({
    odometer: { value: 2000, unit: 'km', date: '2026-04-02' },
    counts: { events: 3, byType: { fuel: 3 } },
    lastEvent: { type: 'fuel', date: '2026-04-02', summary: '40.00 L for €70.00' },
  });
  expect(await at.read('summary?asOf=2026-03-15')).toMatchObject({
    asOf: '2026-03-15',
    odometer: { value: 1500 },
    counts: { events: 2 },
  });
  const timeline = await at.read('timeline');
  expect(timeline.items[0].derived.economy).toMatchObject({ segmentStatus: 'closed', lPer100Km: 8 });
  const [card] = (await at.robin.call({ url: '/v1/vehicles' })).body.items;
  expect(card.summary).toMatchObject({ odometer: { value: 2000 }, counts: { events: 3 } });
});

test('what is dated ahead counts in no list before its day, and stands in the timeline', async () => {
  const later = daysAfter(new Date().toISOString().slice(0, 10), 40);
  await at.recordAll(fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp(later, 2000));
  await at.fold();
  const told = async (view = '') => ({
    economy: (await at.read(`fuel-economy?${view}`)).segments.map(({ toDate }: never) => toDate),
    costs: (await at.read(`costs?${view}`)).items.map(({ month, count }: never) => [month, count]),
    totals: (await at.read(`costs?${view}`)).totals.map(({ total }: never) => total),
    readings: (await at.read(`odometer?${view}`)).readings.map(({ date }: never) => date),
    months: (await at.read(`months?${view.replace(/from=.*/, '')}`)).items.map(({ month }: never) => month),
  });
  const upToToday = {
    economy: ['2026-03-10'],
    costs: [['2026-03', 2]],
    totals: [money('140.00')],
    readings: ['2026-03-10', '2026-03-01'],
    months: ['2026-03'],
  };
  expect(await told()).toEqual(upToToday);
  expect(await told('from=2026-01-01')).toEqual(upToToday);
  expect((await at.read(`months?asOf=${later}`)).items).toHaveLength(2);
  expect((await at.read('timeline')).items).toHaveLength(3);
});

test('a reading says whether the time of day of its event is known, now and as of a day', async () => {
  const occurredAt = '2026-03-10T06:30:00.000Z';
  const untimed = { type: 'hours-meter', date: '2026-03-02', data: { hours: 20 } };
  await at.recordAll(fillUp('2026-03-01', 1000), untimed, fillUp('2026-03-10', 1500, { occurredAt }));
  await at.fold();
  for (const view of ['odometer', 'odometer?asOf=2026-03-10']) {
    const { readings, current, hours } = await at.read(view);
    expect(readings).toMatchObject([{ occurredAt, timeKnown: true }, { timeKnown: false }]);
    expect(current).toEqual(readings[0]);
    expect(hours.readings).toMatchObject([{ timeKnown: false }]);
  }
});

test('distance goes on over a replaced odometer, and the odometer is known on any day', async () => {
  await at.recordAll(
    fillUp('2026-03-01', 184_000),
    {
      type: 'odometer-replacement',
      date: '2026-03-10',
      data: { oldFinal: { value: 184_300, unit: 'km' }, newFirst: { value: 0, unit: 'km' } },
    },
    fillUp('2026-03-20', 200),
  );
  await at.fold();
  expect((await at.read('fuel-economy')).segments).toMatchObject([
    { status: 'closed', fromOdometerM: 184_000_000, toOdometerM: 200_000, distanceM: 500_000, lPer100Km: 8 },
  ]);
  expect(await at.read('summary')).toMatchObject({
    odometer: { value: 200, trueM: 184_500_000 },
    cost: [{ perKm: money('0.28') }],
  });
  expect((await at.read('odometer')).readings.map(({ trueM }: { trueM: number }) => trueM)).toEqual([
    184_500_000, 184_300_000, 184_000_000,
  ]);
  expect((await at.read('odometer?asOf=2026-03-09')).current.odometer).toEqual({
    value: 184_000,
    unit: 'km',
  });
  expect((await at.read('months')).items).toMatchObject([{ month: '2026-03', distanceM: 500_000 }]);
});

test('the distance of a month is parted at its edges, over a replaced odometer and past a void reading', async () => {
  await at.recordAll(
    fillUp('2026-02-22', 184_000),
    {
      type: 'odometer',
      date: '2026-02-25',
      odometer: { value: 1_840_020, unit: 'km', void: true },
      data: {},
    },
    {
      type: 'odometer-replacement',
      date: '2026-03-02',
      data: { oldFinal: { value: 184_080, unit: 'km' }, newFirst: { value: 0, unit: 'km' } },
    },
    fillUp('2026-03-20', 200),
  );
  await at.fold();
  expect((await at.read('months')).items).toMatchObject([
    { month: '2026-03', distanceM: 210_000, distanceComplete: false },
    { month: '2026-02', distanceM: 70_000, distanceComplete: false },
  ]);
  expect((await at.read('months?asOf=2026-02-28')).items).toMatchObject([{ month: '2026-02', distanceM: 0 }]);
  await at.recordAll({
    type: 'odometer',
    date: '2026-04-05',
    odometer: { value: 400, unit: 'km' },
    data: {},
  });
  await at.fold();
  const march = { month: '2026-03', distanceM: 360_000, distanceComplete: true };
  expect((await at.read('months')).items).toContainEqual(expect.objectContaining(march));
  expect((await at.read('months?asOf=2026-04-05')).items).toContainEqual(expect.objectContaining(march));
});

test('an hours meter is told beside the odometer, now and on any day, void hours apart from the rest', async () => {
  const hours = (date: string, data: object) => ({ type: 'hours-meter', date, data });
  await at.recordAll(
    hours('2026-03-01', { hours: 1200.5 }),
    hours('2026-03-05', { hours: 12_100, hoursVoid: true }),
    {
      type: 'hours-meter-replacement',
      date: '2026-03-10',
      data: { oldFinalHours: 1215, newFirstHours: 3 },
    },
    hours('2026-03-20', { hours: 19 }),
  );
  await at.fold();
  const { readings, current } = (await at.read('odometer')).hours;
  expect(current).toEqual(readings[0]);
  expect(readings.map(({ hours: shown, trueMin, void: isVoid }: never) => [shown, trueMin, isVoid])).toEqual([
    [19, 1231 * 60, false],
    [3, 1215 * 60, false],
    [12_100, null, true],
    [1200.5, 1200.5 * 60, false],
  ]);
  expect((await at.read('odometer?asOf=2026-03-09')).hours.current).toMatchObject({ hours: 1200.5 });
  expect((await at.read('summary')).hours).toMatchObject({ hours: 19, minutes: 1140, date: '2026-03-20' });
  expect((await at.read('summary?asOf=2026-02-28')).hours).toBeNull();
});

test('a read waits for the position of a write, and says so when that does not suffice', async () => {
  const { position } = await at.recordAll(fillUp('2026-03-01', 1000));
  const late = await at.robin.call({
    url: `${at.vehicle}/summary`,
    headers: { 'min-position': String(position) },
  });
  expect(late.headers).toMatchObject({ 'odolog-stale': 'true' });
  const waiting = at.robin.call({ url: `${at.vehicle}/summary?minPosition=${position}` });
  await at.fold();
  const { headers, body } = await waiting;
  expect(headers['odolog-stale']).toBeUndefined();
  expect(Number(headers['odolog-position'])).toBeGreaterThanOrEqual(position);
  expect(body.counts.events).toBe(1);
});

test('a plug-in hybrid has an economy of each energy, and what charging lost', async () => {
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
  await at.recordAll(
    fillUp('2026-03-01', 1000),
    charge('2026-03-02', 1050, 8),
    charge('2026-03-05', 1150, 20),
    fillUp('2026-03-10', 1500),
  );
  await at.fold();
  const { averages } = (await at.robin.call({ url: `${at.vehicle}/fuel-economy` })).body;
  expect(averages).toMatchObject([
    { energy: 'electricity', distanceM: 100_000, energyWh: 20_000, drawnWh: 25_000, lossPercent: 20 },
    { energy: 'petrol', distanceM: 500_000, lPer100Km: 8 },
  ]);
  expect(averages[0].kWhPer100Km).toBeCloseTo(20, 9);
  expect(averages[0].mpge).toBeCloseTo((62.137119 / 20) * 33.7, 3);
  expect(averages[1]).not.toHaveProperty('lossPercent');
});

test('what a vehicle loses in value stands apart from what it costs to run, and no two currencies are summed', async () => {
  await at.recordAll(
    { type: 'acquired', date: '2026-02-01', data: { total: money('9000.00') } },
    fillUp('2026-03-01', 1000),
    { type: 'expense', date: '2026-03-05', data: { category: 'insurance', total: money('-30.00') } },
    { type: 'expense', date: '2026-03-06', data: { category: 'toll', total: money('40.00', 'CHF') } },
    fillUp('2026-03-10', 1500),
    fillUp('2026-04-02', 2000),
  );
  await at.fold();
  const kept = {
    currency: 'EUR',
    total: money('9180.00'),
    running: money('180.00'),
    perKm: money('0.18'),
    purchase: money('9000.00'),
  };
  const abroad = { currency: 'CHF', total: money('40.00', 'CHF'), perKm: money('0.04', 'CHF') };
  expect(await at.read('costs')).toMatchObject({ totals: [abroad, kept], distanceM: 1_000_000 });
  expect((await at.read('summary')).cost).toMatchObject([kept, abroad]);
  expect((await at.read('summary')).cost[0].depreciation).toBeUndefined();

  const sale = { type: 'sold', date: '2026-05-01', data: { total: money('6500.00') } };
  const { position } = (await at.robin.call({ url: `${at.vehicle}/events`, body: sale })).body;
  await at.fold();
  const lost = {
    running: money('180.00'),
    sale: money('-6500.00'),
    depreciation: money('2500.00'),
    depreciationPerKm: money('2.50'),
  };
  expect((await at.read(`summary?min-position=${position}`)).cost[0]).toMatchObject(lost);
  expect((await at.read('costs')).totals[1]).toMatchObject(lost);
  expect((await at.read('costs?from=2026-03-06')).totals[1]).toMatchObject({
    total: money('-6360.00'),
    running: money('140.00'),
    perKm: money('0.28'),
  });
});
