import type { StoredEvent } from '@odolog/event-store';
import { expect, test } from 'vitest';
import { isSameRecording } from './same-recording.js';

const data = {
  volume: { value: 40, unit: 'L' },
  total: { amount: '70.00', currency: 'EUR' },
  energy: 'petrol',
  fill: 'full',
};
const sent = { type: 'fuel', date: '2026-03-01', odometer: { value: 1000, unit: 'km' }, data };
const stored = {
  type: 'fuel',
  schemaVersion: 1,
  date: '2026-03-01',
  occurredAt: '2026-03-01T11:00:00.000Z',
  timeKnown: false,
  odometer: { unit: 'km', value: 1000 },
  notes: null,
  data: { missedPrevious: false, ...data },
} as unknown as StoredEvent;

test('what was recorded is the same as what was sent, however its members are ordered and with its defaults', () => {
  expect(isSameRecording(sent, stored)).toBe(true);
  expect(isSameRecording({ data, date: sent.date, odometer: sent.odometer, type: 'fuel' }, stored)).toBe(
    true,
  );
});

test('neither its place in the day nor the price of a tariff was sent', () => {
  expect(isSameRecording(sent, { ...stored, occurredAt: '2026-02-28T23:00:00.000Z' })).toBe(true);
  expect(isSameRecording(sent, { ...stored, data: { ...stored.data, priced: { tariff: 'Home' } } })).toBe(
    true,
  );
});

test('an instant is the same in every offset', () => {
  const at = { ...stored, timeKnown: true, occurredAt: '2026-03-01T21:30:00.000Z' };
  expect(isSameRecording({ ...sent, occurredAt: '2026-03-01T22:30:00+01:00' }, at)).toBe(true);
  expect(isSameRecording({ ...sent, occurredAt: '2026-03-01T22:31:00+01:00' }, at)).toBe(false);
  expect(isSameRecording(sent, at)).toBe(false);
});

test.each([
  ['a note', { ...sent, notes: 'Cold' }],
  ['another day', { ...sent, date: '2026-03-02' }],
  ['another reading', { ...sent, odometer: { value: 1001, unit: 'km' } }],
  ['no reading', { ...sent, odometer: undefined }],
  ['another amount', { ...sent, data: { ...data, total: { amount: '71.00', currency: 'EUR' } } }],
  ['another type', { ...sent, type: 'note' }],
  ['what no schema lets in', { ...sent, data: { ...data, colour: 'red' } }],
  ['no object', 5],
  ['nothing', null],
])('%s is another recording', (_, other) => {
  expect(isSameRecording(other, stored)).toBe(false);
});
