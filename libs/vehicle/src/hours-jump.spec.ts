import { expect, it } from 'vitest';
import { hoursJump, type HoursReading } from './hours-jump.js';

const at = (date: string, hours: number): HoursReading => ({
  eventId: `${date} ${hours}`,
  date,
  occurredAt: `${date}T11:00:00.000Z`,
  minutes: hours * 60,
});
const known = [at('2026-03-20', 130), at('2026-03-01', 100), at('2026-03-10', 120)];

it('finds nothing odd in a reading that time allows, an equal one, or the first', () => {
  expect(hoursJump(at('2026-03-21', 178), known)).toEqual([]);
  expect(hoursJump(at('2026-03-15', 120), known)).toEqual([]);
  expect(hoursJump(at('2026-02-01', 9000), known)).toEqual([]);
  expect(hoursJump(at('2026-03-15', 9000), [])).toEqual([]);
});

it('names a meter that ran faster than time', () => {
  expect(hoursJump(at('2026-03-21', 1300), known)).toEqual([
    {
      code: 'hours-jump',
      detail: '1170 h since 2026-03-20 are more than have passed: is a digit too many?',
    },
  ]);
});

it('holds a replaced meter to what the old one showed last', () => {
  const replaced = { ...at('2026-03-21', 0), replacedMin: 140 * 60 };
  expect(hoursJump(replaced, known)).toEqual([]);
  expect(hoursJump({ ...replaced, replacedMin: 1400 * 60 }, known)).toMatchObject([{ code: 'hours-jump' }]);
  expect(hoursJump(at('2026-03-22', 20), [...known, replaced])).toEqual([]);
});
