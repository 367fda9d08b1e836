import { consumptionFigures, type Consumed } from '@odolog/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuelSegments, type Segment } from './fuel-segments.js';
import type { Fill } from './fuel-stops.js';

type Change = Partial<Fill>;

/** A day apart each, named by their place: `fills(full(40, 1000), partial(10, 1500))`. */
function fills(...changes: Change[]): Fill[] {
  return changes.map((change, index) => {
    const date = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      eventId: `${index + 1}`,
      date,
      occurredAt: `${change.date ?? date}T11:00:00.000Z`,
      sequence: index + 1,
      odometerM: null,
      kind: 'petrol',
      fill: 'full',
      missedPrevious: false,
      ...change,
    };
  });
}

const full = (litres: number, km: number | null): Change => ({
  fill: 'full',
  volumeMl: Math.round(litres * 1000),
  odometerM: km === null ? null : km * 1000,
});
const partial = (litres: number, km: number | null): Change => ({ ...full(litres, km), fill: 'partial' });
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

describe('for any history', () => {
  const history = fc
    .array(
      fc.record({
        days: fc.integer({ min: 0, max: 3 }),
        km: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 700 })),
        ml: fc.integer({ min: 1000, max: 60_000 }),
        full: fc.boolean(),
        missed: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
        level: fc.constantFrom(undefined, undefined, 800, 900, 1000),
        read: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
      }),
      { maxLength: 30 },
    )
    .map((steps) => {
      let day = 0;
      let km = 1000;
      return fills(
        ...steps.map((step): Change => {
          day += step.days;
          km += step.km;
          const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          const change = step.full
            ? full(step.ml / 1000, step.read ? km : null)
            : partial(step.ml / 1000, step.read ? km : null);
          const level = step.level === undefined ? {} : { levelPermille: step.level };
          return { ...change, ...level, date, missedPrevious: step.missed };
        }),
      );
    });

  it('the order in which the fills are given does not matter', () => {
    const shuffled = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(fuelSegments(mixed)).toEqual(fuelSegments(all));
      }),
    );
  });

  it('the distances of its segments add up to what lies between the first anchor and the last', () => {
    fc.assert(
      fc.property(history, (all) => {
        const { segments, open } = fuelSegments(all);
        const span =
          (open[0]?.fromOdometerM ?? 0) - (segments[0]?.fromOdometerM ?? open[0]?.fromOdometerM ?? 0);
        expect(segments.reduce((sum, { distanceM }) => sum + distanceM, 0)).toBe(span);
      }),
    );
  });

  it('folded on from where any segment that was measured began, it goes on as it did', () => {
    fc.assert(
      fc.property(history, fc.nat(), (all, pick) => {
        const { segments } = fuelSegments(all);
        const sure = segments.filter(({ reason }) => reason !== 'other-level');
        const from = sure[pick % sure.length];
        if (!from) return;
        const rest = segments.slice(segments.indexOf(from));
        expect(fuelSegments(all, [], from.fromEventId).segments).toEqual(rest);
      }),
    );
  });

  it('every fill after the first anchor is counted exactly once', () => {
    fc.assert(
      fc.property(history, (all) => {
        const { segments, open } = fuelSegments(all);
        const counted = [...segments, ...open].flatMap(({ eventIds }) => eventIds);
        expect(new Set(counted).size).toBe(counted.length);
        const firstAnchorM = segments[0]?.fromOdometerM ?? open[0]?.fromOdometerM ?? Infinity;
        const left = all.filter(({ eventId }) => !counted.includes(eventId));
        expect(left.filter(({ odometerM }) => (odometerM ?? 0) > firstAnchorM)).toEqual([]);
      }),
    );
  });

  it('taking a fill of a tank back changes only the segments around it', () => {
    const withOne = history
      .map((all) => all.map(({ levelPermille: _, ...fill }) => fill))
      .filter(({ length }) => length > 0)
      .chain((all) => fc.tuple(fc.constant(all), fc.constantFrom(...all)));
    fc.assert(
      fc.property(withOne, ([all, gone]) => {
        const before = fuelSegments(all).segments;
        const after = fuelSegments(all.filter((fill) => fill !== gone)).segments;
        const far = ({ fromDate, toDate, toOdometerM }: Segment) =>
          (toDate < gone.date && toOdometerM !== gone.odometerM) || fromDate > gone.date;
        expect(after.filter(far)).toEqual(expect.arrayContaining(before.filter(far)));
      }),
    );
  });
});
