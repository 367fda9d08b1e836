import { expect, it } from 'vitest';
import { lastWeeklyDigest, mayMailAt, usualPreferences, type MailPreferences } from './mail-time.js';

const at = (
  about: Partial<MailPreferences>,
  hour: number,
  lastMailOn: string | null = null,
  date = '2026-11-23',
  missedDigest = false,
) => mayMailAt({ ...usualPreferences, ...about }, { date, minute: hour * 60 }, { lastMailOn, missedDigest });
const hours = (about: Partial<MailPreferences>) =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => at(about, hour));

it('lets messages out at once, but not by night', () => {
  expect(hours({})).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
  expect(at({}, 12, '2026-11-23')).toBe(true);
});

it('keeps a quiet time within a day, and none at all', () => {
  expect(hours({ quietFromMin: 60, quietUntilMin: 23 * 60 })).toEqual([0, 23]);
  expect(hours({ quietFromMin: null, quietUntilMin: null })).toHaveLength(24);
});

it('gathers a day into one message, from its hour on', () => {
  const daily = { digest: 'daily', digestAtMin: 9 * 60 } as const;
  expect(at(daily, 8)).toBe(false);
  expect(at(daily, 9, '2026-11-22')).toBe(true);
  expect(at(daily, 20, '2026-11-22')).toBe(true);
  expect(at(daily, 20, '2026-11-23')).toBe(false);
});

it('keeps the quiet hours with a digest too, and sends one that falls into them at their end', () => {
  const waking = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
  expect(hours({ digest: 'daily', digestAtMin: 6 * 60 })).toEqual(waking);
  expect(hours({ digest: 'daily', digestAtMin: 23 * 60 })).toEqual(waking);
  expect(hours({ digest: 'weekly', digestAtMin: 20 * 60 })).toEqual([20, 21]);
  expect(hours({ digest: 'daily', digestAtMin: 60, quietFromMin: 30, quietUntilMin: 90 })[0]).toBe(2);
});

it('gathers a week into one message on Monday', () => {
  const weekly = { digest: 'weekly' } as const;
  expect(at(weekly, 8, '2026-11-16')).toBe(true);
  expect(at(weekly, 8, '2026-11-16', '2026-11-24')).toBe(false);
});

it('sends a weekly digest that missed its Monday as soon as it may', () => {
  const weekly = { digest: 'weekly', digestAtMin: 9 * 60 } as const;
  expect(at(weekly, 6, '2026-11-16', '2026-11-24', true)).toBe(false);
  expect(at(weekly, 7, '2026-11-16', '2026-11-24', true)).toBe(true);
  expect(at(weekly, 7, null, '2026-11-29', true)).toBe(true);
  expect(at(weekly, 7, '2026-11-23', '2026-11-29')).toBe(false);
});

it.each([
  ['2026-11-23', '2026-11-16'],
  ['2026-11-24', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
])('tells on %s that the last weekly digest was that of %s', (date, monday) => {
  const preferences = { ...usualPreferences, digest: 'weekly', digestAtMin: 540 } as const;
  expect(lastWeeklyDigest(preferences, { date, minute: 420 })).toEqual({ date: monday, minute: 540 });
});
