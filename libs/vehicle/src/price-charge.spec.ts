import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceCharge } from './price-charge.js';
import { overlapIn, type Tariff, type TariffPeriod } from './tariffs.js';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const night: TariffPeriod = { days: everyDay, from: '22:00', to: '06:00', unitPrice: '0.20' };
const home: Tariff = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Day and night',
  charger: 'home',
  place: null,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  validFrom: '2020-01-01',
  unitPrice: '0.35',
  periods: [night],
};

function session(startedAt: string, endedAt: string | undefined, kWh: number) {
  return {
    startedAt,
    ...(endedAt && { endedAt }),
    energyWh: kWh * 1000,
    basis: 'drawn' as const,
    charger: 'home',
  };
}

const costOf = (...[startedAt, endedAt, kWh]: Parameters<typeof session>) =>
  priceCharge(session(startedAt, endedAt, kWh), [home]);
const parts = (priced: ReturnType<typeof priceCharge>) =>
  priced?.parts.map(({ from, energyWh, unitPrice, amount }) => [
    from,
    energyWh,
    unitPrice.amount,
    amount.amount,
  ]);

describe('a charge by a tariff', () => {
  it('is cut where the price changes by the clock of the site', () => {
    const priced = costOf('2026-01-10T20:00:00+01:00', '2026-01-11T08:00:00+01:00', 12);
    expect(parts(priced)).toEqual([
      ['2026-01-10T19:00:00.000Z', 2000, '0.35', '0.70'],
      ['2026-01-10T21:00:00.000Z', 8000, '0.20', '1.60'],
      ['2026-01-11T05:00:00.000Z', 2000, '0.35', '0.70'],
    ]);
    expect(priced).toMatchObject({
      tariffId: home.id,
      tariff: 'Day and night',
      basis: 'drawn',
      total: { amount: '3.00', currency: 'EUR' },
    });
  });

  it('has an hour less of the night when the clocks go forward', () => {
    const priced = costOf('2026-03-28T20:00:00+01:00', '2026-03-29T08:00:00+02:00', 11);
    expect(parts(priced)?.map(([, energyWh]) => energyWh)).toEqual([2000, 7000, 2000]);
    expect(priced?.total.amount).toBe('2.80');
  });

  it('has an hour more of the night when the clocks go back', () => {
    const priced = costOf('2026-10-24T20:00:00+02:00', '2026-10-25T08:00:00+01:00', 13);
    expect(parts(priced)?.map(([, energyWh]) => energyWh)).toEqual([2000, 9000, 2000]);
    expect(priced?.total.amount).toBe('3.20');
  });

  it('has an hour that does not exist for nothing, and one that comes twice for twice its time', () => {
    const dead = { ...home, periods: [{ days: everyDay, from: '02:00', to: '03:00', unitPrice: '0.10' }] };
    const spring = session('2026-03-29T01:00:00+01:00', '2026-03-29T04:00:00+02:00', 2);
    expect(parts(priceCharge(spring, [dead]))).toEqual([['2026-03-29T00:00:00.000Z', 2000, '0.35', '0.70']]);
    const autumn = session('2026-10-25T01:00:00+02:00', '2026-10-25T04:00:00+01:00', 4);
    expect(parts(priceCharge(autumn, [dead]))).toEqual([
      ['2026-10-24T23:00:00.000Z', 1000, '0.35', '0.35'],
      ['2026-10-25T00:00:00.000Z', 2000, '0.10', '0.20'],
      ['2026-10-25T02:00:00.000Z', 1000, '0.35', '0.35'],
    ]);
  });

  it('goes by the days of the week on which a period begins, over midnight too', () => {
    const weekend = { ...home, periods: [{ days: [7], from: '20:00', to: '04:00', unitPrice: '0.05' }] };
    // 11 January 2026 is a Sunday
    const priced = priceCharge(session('2026-01-11T18:00:00+01:00', '2026-01-12T06:00:00+01:00', 12), [
      weekend,
    ]);
    expect(parts(priced)?.map(([, energyWh, price]) => [energyWh, price])).toEqual([
      [2000, '0.35'],
      [8000, '0.05'],
      [2000, '0.35'],
    ]);
  });

  it('is cut where one tariff follows another at midnight, and costs what was in force then', () => {
    const dearer = {
      ...home,
      id: '018f0000-0000-7000-8000-000000000002',
      validFrom: '2026-01-11',
      unitPrice: '0.50',
      periods: [],
    };
    const priced = priceCharge(session('2026-01-10T23:00:00+01:00', '2026-01-11T01:00:00+01:00', 2), [
      dearer,
      home,
    ]);
    expect(parts(priced)?.map(([, , price]) => price)).toEqual(['0.20', '0.50']);
  });

  it('knows edges at any minute, in zones that are off by three quarters of an hour', () => {
    const nepal = {
      ...home,
      timeZone: 'Asia/Kathmandu',
      periods: [{ ...night, from: '22:10', to: '22:20' }],
    };
    const priced = priceCharge(session('2026-01-10T22:00:00+05:45', '2026-01-10T22:30:00+05:45', 3), [nepal]);
    expect(parts(priced)?.map(([, energyWh, price]) => [energyWh, price])).toEqual([
      [1000, '0.35'],
      [1000, '0.20'],
      [1000, '0.35'],
    ]);
  });

  it('costs all of it what its beginning does, where its end is not known', () => {
    expect(parts(costOf('2026-01-10T23:30:00+01:00', undefined, 10))).toEqual([
      ['2026-01-10T22:30:00.000Z', 10_000, '0.20', '2.00'],
    ]);
  });

  it('has no cost before a tariff begins, at another charger, or beyond a month', () => {
    const before = session('2019-12-31T23:00:00+01:00', '2020-01-01T01:00:00+01:00', 2);
    expect(priceCharge(before, [home])).toBeNull();
    const elsewhere = { ...session('2026-01-10T23:00:00+01:00', undefined, 2), charger: 'third_party' };
    expect(priceCharge(elsewhere, [home])).toBeNull();
    expect(costOf('2026-01-01T00:00:00Z', '2026-02-02T00:00:00Z', 2)).toBeNull();
  });

  it('prefers the tariff of its place, whose own name it is however it is written', () => {
    const work = { ...home, place: 'Work', unitPrice: '0.10', periods: [] };
    const at = (place?: string) => ({
      ...session('2026-01-10T12:00:00+01:00', undefined, 10),
      ...(place && { place }),
    });
    expect(priceCharge(at(' work'), [home, work])?.total.amount).toBe('1.00');
    expect(priceCharge(at('Grandma'), [home, work])?.total.amount).toBe('3.50');
    expect(priceCharge(at(), [home, work])?.total.amount).toBe('3.50');
  });

  it('costs the same in parts as in whole, and covers all of its time, whenever it happens', () => {
    const instant = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 100 }),
        (from, minutes, kWh) => {
          const [startedAt, endedAt] = [from, from + minutes * 60_000].map((ms) =>
            new Date(ms).toISOString(),
          );
          const priced = costOf(startedAt!, endedAt, kWh)!;
          expect(priced.parts.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBe(kWh * 1000);
          expect(priced.parts[0]?.from).toBe(startedAt);
          expect(priced.parts.at(-1)?.to).toBe(endedAt);
          for (const [index, { from: next }] of priced.parts.slice(1).entries())
            expect(next).toBe(priced.parts[index]?.to);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the periods of a tariff', () => {
  it('may touch, and may not overlap', () => {
    const evening: TariffPeriod = { days: everyDay, from: '18:00', to: '22:00', unitPrice: '0.40' };
    const saturday = { ...evening, days: [6] };
    expect(overlapIn([night, evening])).toBeUndefined();
    expect(overlapIn([evening, { ...night, from: '21:00' }])).toEqual([0, 1]);
    expect(overlapIn([night, { ...saturday, from: '05:00', to: '07:00' }])).toEqual([0, 1]);
    expect(
      overlapIn([
        { ...night, days: [6] },
        { ...night, days: [7], from: '05:00', to: '07:00' },
      ]),
    ).toEqual([0, 1]);
    expect(
      overlapIn([
        { ...night, days: [6] },
        { ...night, days: [6], from: '05:00', to: '07:00' },
      ]),
    ).toBeUndefined();
  });
});
