import { consumptionFigures, type Consumed } from '@odolog/units';
import { describe, expect, it } from 'vitest';
import { fills, full, partial, type Change } from '../test/fills.js';
import { fuelSegments } from './fuel-segments.js';

const missed = (change: Change): Change => ({ ...change, missedPrevious: true });
const sameDay = (...changes: Change[]) => changes.map((change) => ({ ...change, date: '2026-01-01' }));

function lPer100Km(consumed: Consumed | undefined): number | undefined {
  return consumed && consumptionFigures(consumed).lPer100Km;
}

describe('the vectors of the field', () => {
  it('a: a first partial fill is no anchor', () => {
    expect(fuelSegments(fills(partial(10, 1000), full(60, 1500))).segments).toEqual([]);
  });

  it('b: after a missed partial fill the next full one only anchors', () => {
    const { segments, averages } = fuelSegments(
      fills(full(30, 1000), missed(partial(10, 1500)), full(50, 1700)),
    );
    expect(segments).toMatchObject([
      { status: 'void', reason: 'missed-fill', fromEventId: '1', toEventId: '3' },
    ]);
    expect(averages).toEqual([]);
  });

  it('c: two fills at one odometer belong to one segment, whichever was entered first', () => {
    const oneDay = sameDay(partial(20, 1600), full(25, 1600));
    for (const entered of [oneDay, oneDay.toReversed()]) {
      const { segments } = fuelSegments(fills({ ...full(30, 1000), date: '2025-12-01' }, ...entered));
      expect(segments.map(lPer100Km)).toEqual([7.5]);
    }
    expect(
      fuelSegments(fills(full(30, 1000), partial(20, 1600), full(25, 1600))).segments.map(lPer100Km),
    ).toEqual([7.5]);
  });

  it('d: a void reading adds its volume only', () => {
    const { segments } = fuelSegments(fills(full(40, 198_555), full(40, null), full(40, 199_655)));
    expect(segments).toHaveLength(1);
    expect(lPer100Km(segments[0])).toBeCloseTo(7.27, 2);
  });

  it('e: trailing partial fills stay out of the average', () => {
    const { averages, open } = fuelSegments(fills(full(30, 1000), full(40, 1500), partial(10, 1900)));
    expect(averages.map(lPer100Km)).toEqual([8]);
    expect(open).toMatchObject([
      { fromEventId: '2', fromOdometerM: 1_500_000, volumeMl: 10_000, eventIds: ['3'] },
    ]);
  });

  it('f: partial fills hand their volume and distance to the next full one', () => {
    const { segments } = fuelSegments(
      fills(full(40, 484_166), partial(9.756, 484_848), partial(9.662, 484_900), full(43.51, 485_044)),
    );
    expect(segments).toHaveLength(1);
    expect(lPer100Km(segments[0])).toBeCloseTo(7.167, 3);
  });
});

it('gives a segment its bounds, its amounts and the fills that it counts', () => {
  expect(fuelSegments(fills(full(30, 1000), partial(10, 1300), full(25, 1500))).segments).toEqual([
    {
      energy: 'petrol',
      fromEventId: '1',
      toEventId: '3',
      fromDate: '2026-01-01',
      toDate: '2026-01-03',
      fromOdometerM: 1_000_000,
      toOdometerM: 1_500_000,
      distanceM: 500_000,
      volumeMl: 35_000,
      energyWh: 0,
      drawnWh: 0,
      measuredWh: 0,
      billedWh: 0,
      status: 'closed',
      reason: null,
      eventIds: ['2', '3'],
    },
  ]);
});

it('lets a missed full fill end the segment before it and start the next', () => {
  const { segments } = fuelSegments(fills(full(30, 1000), missed(full(30, 1500)), full(20, 1900)));
  expect(segments.map(({ status }) => status)).toEqual(['void', 'closed']);
  expect(lPer100Km(segments[1])).toBe(5);
});

it('counts fills of different days at one reading as one stop, whichever of them are full', () => {
  const figures = (...changes: Change[]) => fuelSegments(fills(...changes)).segments.map(lPer100Km);
  expect(figures(full(30, 1000), full(25, 1600), partial(20, 1600), full(40, 2100))).toEqual([7.5, 8]);
  expect(figures(full(30, 1000), full(30, 1500), full(10, 1500), full(40, 2000))).toEqual([8, 8]);
});

it('lets a stop end with its last full fill, on the day of that', () => {
  const { segments } = fuelSegments(fills(full(30, 1000), full(25, 1600), partial(20, 1600), full(40, 2100)));
  expect(segments.map(({ toEventId, toDate, eventIds }) => [toEventId, toDate, eventIds])).toEqual([
    ['2', '2026-01-02', ['3', '2']],
    ['4', '2026-01-04', ['4']],
  ]);
});

it('never hides a reading that goes back', () => {
  const { segments } = fuelSegments(fills(full(30, 1000), full(40, 900)));
  expect(segments).toMatchObject([{ status: 'anomaly', reason: 'no-distance', distanceM: -100_000 }]);
});

it('takes two full fills of one day at one reading as one: the second pump', () => {
  const { segments } = fuelSegments(
    fills({ ...full(30, 1000), date: '2025-12-01' }, ...sameDay(full(40, 1500), full(5, 1500))),
  );
  expect(segments.map(lPer100Km)).toEqual([9]);
});

it('counts a can without a reading between two pumps in the same segment', () => {
  const day = sameDay(full(40, 1500), partial(5, null), full(5, 1500));
  const { segments, open } = fuelSegments(fills({ ...full(30, 1000), date: '2025-12-01' }, ...day));
  expect(segments.map(lPer100Km)).toEqual([10]);
  expect(open[0]?.eventIds).toEqual([]);
});

it('goes on in true distance over a replaced odometer, whichever of them was entered first', () => {
  const step = { date: '2026-01-02', occurredAt: '2026-01-02T12:00:00.000Z', sequence: 9, stepM: 1_190_000 };
  const { segments } = fuelSegments(fills(full(30, 1000), partial(10, 1150), full(25, 210)), [step]);
  expect(segments).toMatchObject([
    { fromOdometerM: 1_000_000, toOdometerM: 210_000, distanceM: 400_000, status: 'closed' },
  ]);
  expect(segments.map(lPer100Km)).toEqual([8.75]);
});

it('keeps the energies of a plug-in hybrid apart', () => {
  const charge = (kWh: number, km: number): Change => ({
    kind: 'electricity',
    energyWh: kWh * 1000,
    odometerM: km * 1000,
  });
  const { segments, averages } = fuelSegments(
    fills(full(30, 1000), charge(8, 1000), full(20, 1500), charge(9, 1050)),
  );
  expect(segments.map(({ energy, energyWh, volumeMl }) => [energy, energyWh, volumeMl])).toEqual([
    ['electricity', 9000, 0],
    ['petrol', 0, 20_000],
  ]);
  expect(consumptionFigures(averages[0] as Consumed)).toMatchObject({ kWhPer100Km: 18 });
});

describe('a battery', () => {
  const charge = (kWh: number, km: number, percent: number | null, about: Change = {}): Change => ({
    kind: 'electricity',
    energyWh: kWh * 1000,
    odometerM: km * 1000,
    fill: percent === null ? 'partial' : 'full',
    ...(percent !== null && { levelPermille: percent * 10 }),
    ...about,
  });
  const told = (...changes: Change[]) =>
    fuelSegments(fills(...changes)).segments.map((segment) => [
      segment.status,
      segment.reason,
      segment.distanceM / 1000,
      segment.energyWh / 1000,
    ]);

  it('is measured between charges to the same level, whatever lies between', () => {
    expect(
      told(charge(30, 1000, 80), charge(9, 1050, 60), charge(20, 1150, 100), charge(3, 1200, 80)),
    ).toEqual([['closed', null, 200, 32]]);
  });

  it('is not measured between different levels, and anew once another level has come twice', () => {
    expect(told(charge(30, 1000, 80), charge(40, 1200, 90))).toEqual([]);
    expect(
      told(charge(30, 1000, 80), charge(40, 1200, 90), charge(18, 1300, 90), charge(9, 1350, 90)),
    ).toEqual([
      ['void', 'other-level', 200, 40],
      ['closed', null, 100, 18],
      ['closed', null, 50, 9],
    ]);
  });

  it('is no anchor where nobody knows the level', () => {
    expect(
      told(charge(30, 1000, null), charge(20, 1100, 80), charge(5, 1130, null), charge(13, 1200, 80)),
    ).toEqual([['closed', null, 100, 18]]);
  });

  it('is measured anew from the next known level after a charge was missed', () => {
    expect(
      told(charge(30, 1000, 80), missed(charge(20, 1100, 60)), charge(10, 1150, 60), charge(50, 1300, 80)),
    ).toEqual([
      ['void', 'missed-fill', 100, 20],
      ['closed', null, 50, 10],
    ]);
  });

  it('loses what was drawn and not taken, counted where both are known', () => {
    const { averages } = fuelSegments(
      fills(
        charge(30, 1000, 80),
        charge(18, 1100, 80, { drawnWh: 20_000, billedWh: 20_000 }),
        charge(18, 1200, 80),
      ),
    );
    expect(averages).toMatchObject([
      { energyWh: 36_000, drawnWh: 20_000, measuredWh: 18_000, billedWh: 20_000 },
    ]);
  });
});
