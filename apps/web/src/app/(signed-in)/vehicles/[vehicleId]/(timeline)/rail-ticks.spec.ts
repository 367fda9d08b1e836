import { expect, it } from 'vitest';
import { lastDayOf, railTicks } from './rail-ticks';

const month = (name: string, events: number) => ({
  month: name,
  events,
  distanceM: 0,
  distanceComplete: false,
  costs: [],
  planned: false,
});

it('has a tick for quiet months too, and a year’s number where the year begins from above', () => {
  const ticks = railTicks([month('2026-02', 4), month('2025-11', 2)]);
  expect(ticks.map(({ month: name, share, opensYear }) => [name, share, opensYear])).toEqual([
    ['2026-02', 1, true],
    ['2026-01', 0, false],
    ['2025-12', 0, true],
    ['2025-11', 0.5, false],
  ]);
});

it('has a tick ahead of today for what is planned alone, however far off', () => {
  const ticks = railTicks([
    { ...month('2031-05', 1), planned: true },
    month('2026-11', 4),
    month('2026-10', 2),
  ]);
  expect(ticks.map(({ month: name, opensYear, ahead }) => [name, opensYear, ahead])).toEqual([
    ['2031-05', true, true],
    ['2026-11', true, false],
    ['2026-10', false, false],
  ]);
  expect(railTicks([{ ...month('2031-05', 1), planned: true }])).toHaveLength(1);
  expect(railTicks([])).toEqual([]);
});

it('draws long histories closer instead of longer', () => {
  const height = railTicks([month('2026-11', 1), month('1990-01', 1)]).at(-1)!.y;
  expect(height).toBeLessThan(1800);
});

it('knows the last day of a month, leap years included', () => {
  expect(lastDayOf('2024-02')).toBe('2024-02-29');
  expect(lastDayOf('2026-12')).toBe('2026-12-31');
});
