import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fills, full, partial, type Change } from '../test/fills.js';
import { fuelSegments, type Segment } from './fuel-segments.js';
import type { Fill } from './fuel-stops.js';

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
        // Where it stood, and the stops beside it: without it, two fills at one reading may become one stop.
        const at = all.indexOf(gone);
        const isRead = ({ odometerM }: Fill) => odometerM !== null;
        const around = [all.slice(0, at).findLast(isRead), gone, all.slice(at + 1).find(isRead)];
        const isAround = new Set(around.map((fill) => fill?.odometerM));
        const far = ({ fromDate, fromOdometerM, toDate, toOdometerM }: Segment) =>
          (toDate < gone.date && !isAround.has(toOdometerM)) ||
          (fromDate > gone.date && !isAround.has(fromOdometerM));
        expect(after.filter(far)).toEqual(expect.arrayContaining(before.filter(far)));
      }),
    );
  });
});
