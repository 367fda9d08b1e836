import { expect, it } from 'vitest';
import { dateOf, dayNumber } from './days';
import { thinned } from './thinned';

const first = dayNumber('2026-01-01');
const line = (count: number, odometerM: (day: number) => number) =>
  Array.from({ length: count }, (_, day) => ({ date: dateOf(first + day), odometerM: odometerM(day) }));

it('leaves few points as they are', () => {
  const points = line(20, (day) => day);
  expect(thinned(points, 20)).toBe(points);
});

it('keeps the ends and what stands out', () => {
  const points = line(300, (day) => (day === 137 ? 90_000 : day * 100));
  const kept = thinned(points, 30);
  expect(kept).toHaveLength(30);
  expect([kept[0], kept.at(-1)]).toEqual([points[0], points[299]]);
  expect(kept).toContain(points[137]);
});

it('keeps the order', () => {
  const dates = thinned(
    line(1000, (day) => Math.sin(day) * 500),
    50,
  ).map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(new Set(dates).size).toBe(50);
});
