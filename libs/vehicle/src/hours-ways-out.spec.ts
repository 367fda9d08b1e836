import { expect, it } from 'vitest';
import { hoursWaysOut, type HoursNeighbours } from './hours-ways-out.js';

const between = (previous: number | null, next: number | null): HoursNeighbours => ({
  previous: previous === null ? null : { eventId: 'before', minutes: previous * 60 },
  next: next === null ? null : { eventId: 'after', minutes: next * 60 },
});

it('offers to correct the reading in the way, to void this one, and to say that the meter was replaced', () => {
  expect(hoursWaysOut(12 * 60, between(1204.51, null))).toEqual([
    { kind: 'correct-neighbour', eventId: 'before' },
    { kind: 'void' },
    { kind: 'replacement', oldFinalHours: 1204.6 },
  ]);
  expect(hoursWaysOut(1400 * 60, between(1200, 1300))).toEqual([
    { kind: 'correct-neighbour', eventId: 'after' },
    { kind: 'void' },
    { kind: 'replacement', oldFinalHours: 1400, newFirstHours: 1300 },
  ]);
  expect(hoursWaysOut(1400 * 60, between(1200, 1300), '2026-03-05T10:00:00.000Z').at(-1)).toEqual({
    kind: 'replacement',
    oldFinalHours: 1400,
    newFirstHours: 1300,
    occurredAt: '2026-03-05T10:00:00.001Z',
  });
});

it('offers tenths that were read as whole hours, where they fit between both neighbours', () => {
  expect(hoursWaysOut(12_045 * 60, between(1200, 1210))[0]).toEqual({ kind: 'tenths', hours: 1204.5 });
  const kinds = hoursWaysOut(12_045 * 60, between(1205, 1210)).map(({ kind }) => kind);
  expect(kinds).not.toContain('tenths');
  expect(hoursWaysOut(12_045 * 60, between(null, 1210)).map(({ kind }) => kind)).not.toContain('tenths');
});
