import { expect, it } from 'vitest';
import { digitsOf, linear, niceTicks } from './scales';
import { dayNumber, monthTicks, monthsBetween } from './days';

it('puts values on a line', () => {
  const y = linear([3, 4], [100, 0]);
  expect([y(3), y(3.5), y(4)]).toEqual([100, 50, 0]);
  expect(linear([5, 5], [0, 10])(5)).toBe(0);
});

it('encloses a range with round numbers', () => {
  expect(niceTicks(3.25, 4.26, 3)).toEqual([3, 3.5, 4, 4.5]);
  expect(niceTicks(0, 696, 3)).toEqual([0, 250, 500, 750]);
  expect(niceTicks(-62, 696, 3)).toEqual([-500, 0, 500, 1000]);
  expect(niceTicks(7, 7, 3).length).toBeGreaterThanOrEqual(2);
});

it('prints as many decimals as tell the ticks apart', () => {
  expect([digitsOf([3, 3.5]), digitsOf([0, 250]), digitsOf([0, 0.25])]).toEqual([1, 0, 2]);
});

it('names as many months as fit', () => {
  const day = (date: string) => Date.parse(date) / 86_400_000;
  expect(monthTicks(day('2026-01-15'), day('2026-04-20'), 12)).toEqual([
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
  ]);
  expect(monthTicks(day('2025-06-15'), day('2027-10-20'), 6)).toEqual([
    '2025-07-01',
    '2026-01-01',
    '2026-07-01',
    '2027-01-01',
    '2027-07-01',
  ]);
  expect(monthsBetween('2025-11', '2026-01')).toEqual(['2025-11', '2025-12', '2026-01']);
});

it('marks both ends of a stretch in which no month begins', () => {
  expect(monthTicks(dayNumber('2026-11-02'), dayNumber('2026-11-23'), 9)).toEqual([
    '2026-11-02',
    '2026-11-23',
  ]);
});
