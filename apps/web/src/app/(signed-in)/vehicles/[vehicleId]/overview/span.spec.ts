import { expect, it } from 'vitest';
import { firstMonthOf, reachesFurther, sinceOf, spanIn } from './span';

const today = '2026-11-21';

it('takes a span out of the address, and is a year otherwise', () => {
  expect(['3y', 'all', undefined, 'soon', ['all']].map(spanIn)).toEqual([
    '3y',
    'all',
    'year',
    'year',
    'year',
  ]);
});

it('begins a year or three ago, or where the history begins', () => {
  expect(sinceOf('year', today, '2019-02-28')).toBe('2025-11-21');
  expect(sinceOf('3y', today, '2019-02-28')).toBe('2023-11-22');
  expect(sinceOf('all', today, '2019-02-28')).toBe('2019-02-28');
});

it('draws everything of a short history over no less than a year', () => {
  for (const firstDate of [null, '2026-06-01']) {
    const since = sinceOf('all', today, firstDate);
    expect([since, firstMonthOf('all', today, since)]).toEqual(['2025-11-21', '2025-11']);
    expect(reachesFurther(today, firstDate)).toBe(false);
  }
  expect(reachesFurther(today, '2025-11-20')).toBe(true);
});

it('counts in whole months, this one among them', () => {
  expect(firstMonthOf('year', today, '2025-11-21')).toBe('2025-12');
  expect(firstMonthOf('3y', today, '2023-11-22')).toBe('2023-12');
  expect(firstMonthOf('all', today, '2019-02-28')).toBe('2019-02');
});
