import { forTenant, type TenantTransaction } from '@odolog/db';
import { createEventStore, type EventStore, type EventToAppend } from '@odolog/event-store';
import type { EventTypeName } from '@odolog/events';
import {
  aTenant,
  aVehicle,
  anEvent,
  foldAll,
  testDatabase,
  type About,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  costsOf,
  economyOf,
  getCosts,
  getFuelEconomy,
  getGlances,
  getMonths,
  getOdometer,
  getSummaries,
  getVehicleSummary,
  projectorPositions,
  readPast,
  waitForPosition,
} from '../src/index.js';

let database: TestDatabase;
let store: EventStore;
let tenant: TestTenant;
let vehicle: string;
let events: Record<
  'anchor' | 'partial' | 'closing' | 'cheap' | 'trailing' | 'typo' | 'toll' | 'purchase' | 'reminder',
  EventToAppend
>;
const today = '2026-03-20';
const api = () => database.as('odolog_api');
const read = <Result>(query: (trx: TenantTransaction) => Promise<Result>) =>
  forTenant(api(), tenant.tenantId, query);

beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(api());
  tenant = await aTenant(database.admin());
  vehicle = await aVehicle(api(), store, tenant);
  const of = (type: EventTypeName, about: About) => anEvent(type, tenant, vehicle, about);
  const fill = (litres: number, about: About, fillTo = 'full') =>
    of('fuel', {
      ...about,
      data: {
        volume: { value: litres, unit: 'L' },
        total: { amount: `${litres}.00`, currency: 'EUR' },
        energy: 'petrol',
        fill: fillTo,
      },
    });
  const spent = (category: string, amount: string, currency: string, date: string) =>
    of('expense', { date, data: { category, total: { amount, currency } } });
  events = {
    purchase: spent('purchase', '9000.00', 'EUR', '2026-01-01'),
    anchor: fill(30, { date: '2026-01-10', km: 1000 }),
    partial: fill(20, { date: '2026-02-10', km: 1400 }, 'partial'),
    closing: fill(25, { date: '2026-02-20', km: 1600 }),
    cheap: fill(30, { date: '2026-03-01', km: 2100 }),
    trailing: fill(10, { date: '2026-03-10', km: 2200 }, 'partial'),
    typo: of('odometer', {
      date: '2026-03-11',
      data: {},
      odometer: { value: 22_000, unit: 'km', void: true },
      odometerM: 22_000_000,
    }),
    toll: spent('toll', '9.00', 'CHF', '2026-03-12'),
    reminder: of('reminder', { date: '2026-03-12' }),
  };
  await store.appendAll(Object.values(events));
  await foldAll(database.as('odolog_worker'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});

describe('the summary of a vehicle', () => {
  it('tells odometer, economy, costs, counts, the last event and what is due next', async () => {
    const summary = await read((trx) => getVehicleSummary(trx, vehicle, { today }));
    expect(summary).toEqual({
      vehicleId: vehicle,
      asOf: today,
      odometer: {
        value: 2200,
        unit: 'km',
        odometerM: 2_200_000,
        trueM: 2_200_000,
        date: '2026-03-10',
        eventId: events.trailing.id,
      },
      hours: null,
      economy: [
        expect.objectContaining({
          energy: 'petrol',
          segments: 2,
          distanceM: 1_100_000,
          volumeMl: 75_000,
          lPer100Km: expect.closeTo(6.818, 3),
        }),
      ],
      cost: [
        {
          currency: 'EUR',
          totalMinor: 911_500,
          runningMinor: 11_500,
          thisMonthMinor: 4000,
          last12MonthsMinor: 911_500,
          perKmMinor: expect.closeTo(9.583, 3),
          purchaseMinor: 900_000,
        },
        {
          currency: 'CHF',
          totalMinor: 900,
          runningMinor: 900,
          thisMonthMinor: 900,
          last12MonthsMinor: 900,
          perKmMinor: 0.75,
        },
      ],
      counts: { events: 9, byType: { expense: 2, fuel: 5, odometer: 1, reminder: 1 } },
      firstDate: '2026-01-01',
      lastEvent: {
        id: events.reminder.id,
        type: 'reminder',
        schemaVersion: 2,
        date: '2026-03-12',
        data: events.reminder.data,
      },
      nextDue: {
        eventId: events.reminder.id,
        reminderId: events.reminder.id,
        title: 'Oil and filter',
        serviceKind: 'engine-oil',
        state: 'upcoming',
        dueDate: '2027-05-01',
        dueOdometerM: 62_000_000,
        dueOn: '2027-05-01',
        used: expect.closeTo(0.05, 1) as number,
      },
      position: 9,
    });
  });

  it('as of a day past the last event is the one of today', async () => {
    const asOf = today;
    expect(await read((trx) => getVehicleSummary(trx, vehicle, { today, asOf }))).toEqual(
      await read((trx) => getVehicleSummary(trx, vehicle, { today })),
    );
  });

  it('as of a past day knows nothing that is dated later', async () => {
    const asOf = '2026-02-15';
    expect(await read((trx) => getVehicleSummary(trx, vehicle, { today, asOf }))).toMatchObject({
      asOf,
      odometer: { value: 1400 },
      economy: [],
      cost: [{ currency: 'EUR', totalMinor: 905_000, thisMonthMinor: 2000 }],
      counts: { events: 3 },
      lastEvent: { id: events.partial.id },
      nextDue: null,
    });
  });

  it('is empty for a vehicle without events, and for a neighbour', async () => {
    const empty = await aVehicle(api(), store, tenant);
    const summaries = await read((trx) => getSummaries(trx, [vehicle, empty], today));
    expect(summaries.get(empty)).toEqual({
      vehicleId: empty,
      asOf: today,
      odometer: null,
      hours: null,
      economy: [],
      cost: [],
      counts: { events: 0, byType: {} },
      firstDate: null,
      lastEvent: null,
      nextDue: null,
      position: 9,
    });
    const neighbour = await aTenant(database.admin());
    expect(
      await forTenant(api(), neighbour.tenantId, (trx) => getVehicleSummary(trx, vehicle, { today })),
    ).toMatchObject({ odometer: null, cost: [], economy: [], counts: { events: 0 } });
  });
});

describe('a glance at many vehicles', () => {
  it('tells the reading in force, the usual consumption and the last day, and nothing of an empty one', async () => {
    const empty = await aVehicle(api(), store, tenant);
    const glances = await read((trx) => getGlances(trx, [vehicle, empty]));
    expect([...glances]).toEqual([
      [
        vehicle,
        {
          lastDate: '2026-03-12',
          odometer: { value: 2200, unit: 'km', date: '2026-03-10' },
          economy: [{ energy: 'petrol', lPer100Km: expect.closeTo(6.818, 3) as number }],
        },
      ],
    ]);
    const neighbour = await aTenant(database.admin());
    expect(await forTenant(api(), neighbour.tenantId, (trx) => getGlances(trx, [vehicle]))).toEqual(
      new Map(),
    );
  });
});

describe('fuel economy', () => {
  it('lists segments newest first', async () => {
    const { segments } = await read((trx) => getFuelEconomy(trx, vehicle));
    expect(segments).toEqual([
      expect.objectContaining({
        fromEventId: events.closing.id,
        toEventId: events.cheap.id,
        distanceM: 500_000,
        volumeMl: 30_000,
        status: 'closed',
        reason: null,
        lPer100Km: 6,
      }),
      expect.objectContaining({
        fromEventId: events.anchor.id,
        toEventId: events.closing.id,
        distanceM: 600_000,
        volumeMl: 45_000,
        lPer100Km: 7.5,
      }),
    ]);
  });

  it('says for each fill of a page how it did beside the average, or why it has no figure', async () => {
    const economies = await read((trx) =>
      economyOf(
        trx,
        Object.values(events).map(({ id }) => id),
      ),
    );
    const said = Object.fromEntries(
      Object.entries(events).map(([name, { id }]) => {
        const economy = economies.get(id);
        return [name, economy && [economy.segmentStatus, economy.reason, economy.comparedToAveragePercent]];
      }),
    );
    expect(said).toEqual({
      purchase: undefined,
      anchor: ['open', 'first-fill', undefined],
      partial: ['open', 'partial-fill', undefined],
      closing: ['closed', null, 10],
      cheap: ['closed', null, -12],
      trailing: ['open', 'partial-fill', undefined],
      typo: undefined,
      toll: undefined,
      reminder: undefined,
    });
    expect(economies.get(events.cheap.id)?.range).toEqual({
      min: 60,
      max: 75,
      value: 60,
      average: expect.closeTo(68.18, 2),
    });
    expect(economies.get(events.closing.id)?.range).toMatchObject({ min: 75, max: 75 });
  });
});

describe('the series for charts', () => {
  it('give costs by month, category and currency', async () => {
    expect(await read((trx) => getCosts(trx, vehicle))).toEqual({
      items: [
        { month: '2026-03', category: 'fuel', currency: 'EUR', totalMinor: 4000, count: 2 },
        { month: '2026-03', category: 'toll', currency: 'CHF', totalMinor: 900, count: 1 },
        { month: '2026-02', category: 'fuel', currency: 'EUR', totalMinor: 4500, count: 2 },
        { month: '2026-01', category: 'fuel', currency: 'EUR', totalMinor: 3000, count: 1 },
        { month: '2026-01', category: 'purchase', currency: 'EUR', totalMinor: 900_000, count: 1 },
      ],
      totals: [
        { currency: 'CHF', totalMinor: 900, runningMinor: 900, count: 1, perKmMinor: 0.75 },
        {
          currency: 'EUR',
          totalMinor: 911_500,
          runningMinor: 11_500,
          count: 6,
          perKmMinor: 11_500 / 1200,
          purchaseMinor: 900_000,
        },
      ],
      distanceM: 1_200_000,
    });
  });

  it('divide what was spent since a day by what was driven since that day', async () => {
    const past = await read((trx) => readPast(trx, vehicle, {}));
    expect(costsOf(past, '2026-02-11')).toMatchObject({
      totals: [
        { currency: 'CHF', totalMinor: 900 },
        { currency: 'EUR', totalMinor: 6500, count: 3, perKmMinor: 6500 / 600 },
      ],
      distanceM: 600_000,
    });
  });

  it('give readings as typed, with the latest valid one apart from a void typo', async () => {
    const { readings, current } = await read((trx) => getOdometer(trx, vehicle, { from: '2026-03-10' }));
    expect(readings.map(({ odometer }) => odometer)).toEqual([
      { value: 22_000, unit: 'km', void: true },
      { value: 2200, unit: 'km' },
    ]);
    expect(current?.eventId).toBe(events.trailing.id);
  });

  it('give the months with their distance, from the last reading before them', async () => {
    expect(await read((trx) => getMonths(trx, vehicle))).toEqual([
      {
        month: '2026-03',
        events: 5,
        distanceM: 600_000,
        costs: [
          { currency: 'CHF', totalMinor: 900, byCategory: { toll: 900 } },
          { currency: 'EUR', totalMinor: 4000, byCategory: { fuel: 4000 } },
        ],
      },
      {
        month: '2026-02',
        events: 2,
        distanceM: 600_000,
        costs: [{ currency: 'EUR', totalMinor: 4500, byCategory: { fuel: 4500 } }],
      },
      {
        month: '2026-01',
        events: 2,
        distanceM: 0,
        costs: [{ currency: 'EUR', totalMinor: 903_000, byCategory: { fuel: 3000, purchase: 900_000 } }],
      },
    ]);
  });
});

describe('the position', () => {
  it('is waited for, and a wait that does not suffice says how far it is', async () => {
    const wait = (position: number) =>
      waitForPosition(api(), { tenantId: tenant.tenantId, position }, { timeoutMs: 30 });
    expect(await wait(9)).toEqual({ position: 9, stale: false });
    expect(await wait(10)).toEqual({ position: 9, stale: true });
    const positions = await read(projectorPositions);
    expect(
      positions.map(({ projector, position, headPosition }) => [projector, position, headPosition]),
    ).toEqual([
      ['cost-rollups', 9, 9],
      ['fuel-segments', 9, 9],
      ['hours-readings', 9, 9],
      ['odometer-readings', 9, 9],
      ['reminders', 9, 9],
      ['vehicle-summary', 9, 9],
    ]);
  });
});
