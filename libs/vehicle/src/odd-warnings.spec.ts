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

const paid = (type: string, data: object) =>
  oddWarnings(
    { type, schemaVersion: eventType(type)!.version, date: '2026-11-01', odometerM: null, data: { ...data } },
    { timeZone: 'UTC', batteryWh: null },
    now,
  );

test('an amount that its currency cannot count is said, with what sums take for it', () => {
  const total = { amount: '5000.50', currency: 'JPY' };
  expect(paid('expense', { category: 'toll', total })).toEqual([
    {
      code: 'amount-finer-than-currency',
      detail: '5000.50 JPY is finer than the currency: sums count 5001',
    },
  ]);
});

test('of every item of a bill', () => {
  const items = [
    { kind: 'engine-oil', parts: { amount: '10.005', currency: 'EUR' } },
    { kind: 'oil-filter', cost: { amount: '9.999', currency: 'EUR' } },
    { kind: 'air-filter', cost: { amount: '9.9900', currency: 'EUR' } },
  ];
  expect(paid('maintenance', { items }).map(({ detail }) => detail)).toEqual([
    '10.005 EUR is finer than the currency: sums count 10.01',
    '9.999 EUR is finer than the currency: sums count 10.00',
  ]);
});

test('a price of a unit may be as fine as it likes', () => {
  const fill = { volume: { value: 40, unit: 'L' }, energy: 'petrol', fill: 'full' };
  expect(paid('fuel', { ...fill, unitPrice: { amount: '1.78955', currency: 'EUR' } })).toEqual([]);
});
