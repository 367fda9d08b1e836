import { expect, it } from 'vitest';
import { dateOf, dayNumber } from '@/charts/days';
import { dayReached, projectOdometer } from './odometer-projection';

const start = dayNumber('2025-11-21');
const reading = (days: number, km: number) => ({ date: dateOf(start + days), odometerM: km * 1000 });

it('goes on as the last year went, between its slowest and its fastest quarter', () => {
  const slowThenFast = [reading(0, 0), reading(180, 3600), reading(280, 5000), reading(365, 7300)];
  const projection = projectOdometer(slowThenFast, '2026-11-21')!;
  expect(projection).toMatchObject({ fromM: 7_300_000, metresPerDay: 20_000, toDay: start + 730 });
  expect(projection.slowest).toBeLessThanOrEqual(20_000);
  expect(projection.fastest).toBeGreaterThan(20_000);
});

it('says on which day a reading is reached, unless that is past or too far off', () => {
  const projection = projectOdometer([reading(0, 0), reading(365, 7300)], '2026-11-21')!;
  expect(dayReached(projection, 7_500_000)).toBe(start + 375);
  expect(dayReached(projection, 7_000_000)).toBeNull();
  expect(dayReached(projection, 99_000_000)).toBeNull();
});

it('projects nothing from too little', () => {
  expect(projectOdometer([], '2026-11-21')).toBeNull();
  expect(projectOdometer([reading(0, 10)], '2026-11-21')).toBeNull();
  expect(projectOdometer([reading(0, 10), reading(5, 900)], '2026-11-21')).toBeNull();
  expect(projectOdometer([reading(0, 10), reading(200, 10)], '2026-11-21')).toBeNull();
});
