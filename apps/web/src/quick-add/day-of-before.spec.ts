import { expect, it } from 'vitest';
import { dayOfBefore, madeFor } from './day-of-before';

const [today, minute] = ['2026-11-22', 60_000];

it('goes on with the earlier day of the entry before, for ten minutes', () => {
  madeFor('2019-05-04', today, 0);
  expect(dayOfBefore(10 * minute)).toBe('2019-05-04');
  expect(dayOfBefore(11 * minute)).toBeUndefined();
});

it.each([today, '2026-12-01'])('begins at today again after an entry for %s', (day) => {
  madeFor('2019-05-04', today, 0);
  madeFor(day, today, minute);
  expect(dayOfBefore(2 * minute)).toBeUndefined();
});
