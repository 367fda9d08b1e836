import { expect, it } from 'vitest';
import { dueProgress } from './due-progress';

const seen = { today: '2026-11-21', odometerM: 61_528_000 };
const km = (value: number) => ({ value, unit: 'km' }) as const;
const byDistance = { state: 'soon', by: { metres: 472_000, atM: 62_000_000 } } as const;
const byDate = { state: 'soon', by: { days: 10, date: '2026-12-01' } } as const;

it('counts an interval of a distance back from its due mark', () => {
  const start = { date: '2026-01-01', odometer: null, data: { every: { distance: km(6000) } } };
  expect(dueProgress(byDistance, start, seen)).toBeCloseTo(5528 / 6000, 6);
});

it('counts a single distance from the reading with which it was set', () => {
  const start = { date: '2026-01-01', odometer: km(61_000), data: {} };
  expect(dueProgress(byDistance, start, seen)).toBeCloseTo(0.528, 6);
});

it('counts days from the day on which it was set, past the mark too', () => {
  const start = { date: '2026-11-01', odometer: null, data: {} };
  expect(dueProgress(byDate, start, seen)).toBeCloseTo(20 / 30, 6);
  expect(dueProgress(byDate, start, { ...seen, today: '2026-12-07' })).toBeCloseTo(1.2, 6);
});

it('draws nothing where the beginning is not known', () => {
  expect(dueProgress(byDistance, { date: '2026-01-01', odometer: null, data: {} }, seen)).toBeNull();
});
