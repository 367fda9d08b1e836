import { expect, it } from 'vitest';
import { clockIn, dayIn, instantOf } from './today';

const lateEvening = new Date('2026-11-21T23:30:00Z');

it('is another day where the sun is further on', () => {
  expect(dayIn('Europe/London', lateEvening)).toBe('2026-11-21');
  expect(dayIn('Europe/Berlin', lateEvening)).toBe('2026-11-22');
  expect(clockIn('Europe/Berlin', lateEvening)).toBe('00:30');
});

it.each([
  ['2026-11-21', '18:42', 'Europe/Berlin', '2026-11-21T17:42:00.000Z'],
  ['2026-07-01', '18:42', 'Europe/Berlin', '2026-07-01T16:42:00.000Z'],
  ['2026-10-25', '04:00', 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
  ['2026-11-21', '23:59', 'America/Los_Angeles', '2026-11-22T07:59:00.000Z'],
  ['0202-11-01', '12:00', 'UTC', '0202-11-01T12:00:00.000Z'],
])('knows the instant of %s %s in %s', (date, clock, zone, instant) => {
  expect(instantOf(date, clock, zone)).toBe(instant);
});
