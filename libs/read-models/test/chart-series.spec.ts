import { describe, expect, it } from 'vitest';
import {
  costsOf,
  getCosts,
  getFleetLines,
  getMonths,
  getOdometer,
  projectorPositions,
  readPast,
  waitForPosition,
} from '../src/index.js';
import { aSpring, today } from './a-spring.js';

const spring = aSpring();
const { on, read } = spring;

describe('the series for charts', () => {
  it('give costs by month, category and currency', async () => {
    expect(await read((trx) => getCosts(trx, spring.vehicle))).toEqual({
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
    const past = await read((trx) => readPast(trx, spring.vehicle, {}));
    expect(costsOf(past, '2026-02-11')).toMatchObject({
      totals: [
        { currency: 'CHF', totalMinor: 900 },
        { currency: 'EUR', totalMinor: 6500, count: 3, perKmMinor: 6500 / 600 },
      ],
      distanceM: 600_000,
    });
  });

  it('give readings as typed, with the latest valid one apart from a void typo', async () => {
    const { readings, current } = await read((trx) =>
      getOdometer(trx, spring.vehicle, { today, from: '2026-03-10' }),
    );
    expect(readings.map(({ odometer }) => odometer)).toEqual([
      { value: 22_000, unit: 'km', void: true },
      { value: 2200, unit: 'km' },
    ]);
    expect(current?.eventId).toBe(spring.events.trailing.id);
  });

  it('give the months with their distance, parted at their edges by the days between readings', async () => {
    expect(await read((trx) => getMonths(trx, spring.vehicle))).toEqual([
      {
        month: '2026-03',
        events: 5,
        distanceM: 100_000,
        distanceComplete: false,
        costs: [
          { currency: 'CHF', totalMinor: 900, byCategory: { toll: 900 } },
          { currency: 'EUR', totalMinor: 4000, byCategory: { fuel: 4000 } },
        ],
      },
      {
        month: '2026-02',
        events: 2,
        distanceM: 816_130,
        distanceComplete: true,
        costs: [{ currency: 'EUR', totalMinor: 4500, byCategory: { fuel: 4500 } }],
      },
      {
        month: '2026-01',
        events: 2,
        distanceM: 283_870,
        distanceComplete: false,
        costs: [{ currency: 'EUR', totalMinor: 903_000, byCategory: { fuel: 3000, purchase: 900_000 } }],
      },
    ]);
  });

  it('tell a fleet the same distance of the month that is running', async () => {
    const driven = async (today: string) =>
      (await read((trx) => getFleetLines(trx, [spring.vehicle], today))).map(
        ({ distanceThisMonthM }) => distanceThisMonthM,
      );
    expect(await driven('2026-03-20')).toEqual([100_000]);
    expect(await driven('2026-02-28')).toEqual([1_600_000 - 1_283_870]);
    expect(await driven('2026-04-01')).toEqual([0]);
  });
});

describe('the position', () => {
  it('is waited for, and a wait that does not suffice says how far it is', async () => {
    const wait = (position: number) =>
      waitForPosition(on.api(), { tenantId: spring.tenant.tenantId, position }, { timeoutMs: 30 });
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
