import { expect, it } from 'vitest';
import { isTimeZone, localDateOf, localNoonMs, localTimeMs } from './local-time.js';

const noon = (date: string, timeZone: string) => new Date(localNoonMs(date, timeZone)).toISOString();

it('finds noon in summer, in winter, and on the days when the clocks change', () => {
  expect(noon('2026-07-01', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
  expect(noon('2026-11-21', 'Europe/Berlin')).toBe('2026-11-21T11:00:00.000Z');
  expect(noon('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
  expect(noon('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z');
  expect(noon('2026-03-08', 'America/Los_Angeles')).toBe('2026-03-08T19:00:00.000Z');
});

it('finds noon at the edges of the world and of history', () => {
  expect(noon('2026-11-21', 'Pacific/Kiritimati')).toBe('2026-11-20T22:00:00.000Z');
  expect(noon('2026-11-21', 'Pacific/Pago_Pago')).toBe('2026-11-21T23:00:00.000Z');
  expect(noon('1900-01-01', 'UTC')).toBe('1900-01-01T12:00:00.000Z');
});

it.each([
  ['in summer', '2026-07-01T18:05', 'Europe/Berlin', '2026-07-01T16:05:00.000Z'],
  ['in winter', '2026-11-21T00:00', 'Europe/Berlin', '2026-11-20T23:00:00.000Z'],
  ['an hour before the clocks go forward', '2026-03-29T01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['in the hour that is left out', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['in the hour that comes twice', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  [
    'in the half hour that comes twice',
    '2026-04-05T01:45',
    'Australia/Lord_Howe',
    '2026-04-04T14:45:00.000Z',
  ],
  [
    'in the hour that is left out in the west',
    '2026-03-08T02:10',
    'America/New_York',
    '2026-03-08T07:10:00.000Z',
  ],
])('finds the instant of a clock on the wall %s', (_when, local, timeZone, instant) => {
  expect(new Date(localTimeMs(local, timeZone)).toISOString()).toBe(instant);
});

it('tells the local date of an instant', () => {
  expect(localDateOf('2026-11-21T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-22');
  expect(localDateOf('2026-11-21T23:30:00Z', 'America/New_York')).toBe('2026-11-21');
});

it('knows time zones by their name', () => {
  const names = ['Europe/Berlin', 'UTC', 'Mars/Olympus', '+02:00'];
  expect(names.map(isTimeZone)).toEqual([true, true, false, false]);
  expect(() => localDateOf('2026-11-21T23:30:00Z', 'Mars/Olympus')).toThrow(
    expect.objectContaining({ code: 'unknown-time-zone' }),
  );
});
