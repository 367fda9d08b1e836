import { eventType } from '@odolog/events';
import { expect, test } from 'vitest';
import { oddWarnings } from './odd-warnings.js';

const now = '2026-11-22T23:30:00Z';
const codesOf = (
  type: string,
  about: { date?: string; odometerM?: number | null; timeZone?: string } = {},
) => {
  const { version, example } = eventType(type)!;
  const { date = '2030-01-01', odometerM = null, timeZone = 'UTC' } = about;
  const event = { type, schemaVersion: version, date, data: { ...(example as object) }, odometerM };
  return oddWarnings(event, { timeZone, batteryWh: null }, now).map(({ code }) => code);
};

test.each(['fuel', 'maintenance', 'inspection', 'hours-meter'])('%s in the future is said', (type) => {
  expect(codesOf(type)).toEqual(['date-in-the-future']);
});

test('a reading in the future is said, by the calendar of the vehicle', () => {
  const reading = { date: '2026-11-23', odometerM: 1000 };
  expect(codesOf('note', reading)).toEqual(['date-in-the-future']);
  expect(codesOf('note', { ...reading, timeZone: 'Europe/Berlin' })).toEqual([]);
});

test.each(['document', 'expense', 'reminder', 'note'])('%s may lie ahead', (type) => {
  expect(codesOf(type)).toEqual([]);
});
