import { expect, it } from 'vitest';
import { lastLike } from './last-like';

const service = (id: string, date: string, ...kinds: string[]) => ({
  id,
  type: 'maintenance',
  date,
  data: { items: kinds.map((kind) => ({ kind })) },
});
const expense = (id: string, date: string, category: string) => ({
  id,
  type: 'expense',
  date,
  data: { category },
});
const entries = [
  service('brakes', '2026-08-01', 'brake-pads'),
  expense('toll', '2026-07-01', 'toll'),
  service('oil', '2026-05-01', 'engine-oil', 'oil-filter'),
  expense('tax', '2026-04-01', 'tax'),
];
const like = (type: string, date: string, data: Record<string, unknown> = {}) =>
  lastLike(entries, { type, date, data })?.id;

it('finds the latest of the type until its kind of work or its category is named', () => {
  expect(like('maintenance', '2026-11-22', { items: [{}] })).toBe('brakes');
  expect(like('maintenance', '2026-11-22', { items: [{ kind: 'oil-filter' }] })).toBe('oil');
  expect(like('expense', '2026-11-22')).toBe('toll');
  expect(like('expense', '2026-11-22', { category: 'tax' })).toBe('tax');
});

it('looks before the day that is typed, and finds nothing where there was nothing', () => {
  expect(like('maintenance', '2026-06-01')).toBe('oil');
  expect(like('maintenance', '2026-11-22', { items: [{ kind: 'tyres' }] })).toBeUndefined();
  expect(like('inspection', '2026-11-22')).toBeUndefined();
});
