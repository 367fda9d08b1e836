import { eventType } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { expect, it } from 'vitest';
import { decideRecording, type RecordingRequest } from './decide-recording.js';

const id = '0193f6a0-0000-7000-8000-000000000001';
const vehicle = { timeZone: 'Europe/Berlin' };
const fill = { type: 'fuel', date: '2026-11-19', data: eventType('fuel')?.example };

function decided(body: unknown, rest: Partial<RecordingRequest> = {}) {
  return decideRecording({ body, vehicle, id, now: '2026-11-21T10:00:00Z', ...rest });
}

function refusal(body: unknown, rest: Partial<RecordingRequest> = {}): Problem {
  try {
    decided(body, rest);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('The recording was accepted');
}

it('keeps the reading as typed, and counts it in metres', () => {
  expect(decided({ ...fill, odometer: { value: 41_266, unit: 'mi' }, notes: 'Windy' })).toEqual({
    id,
    type: 'fuel',
    schemaVersion: eventType('fuel')?.version,
    date: '2026-11-19',
    occurredAt: '2026-11-19T11:00:00.000Z',
    timeKnown: false,
    odometer: { value: 41_266, unit: 'mi' },
    odometerM: 66_411_190,
    notes: 'Windy',
    data: fill.data,
  });
});

it('takes an odometer of zero as not recorded', () => {
  for (const value of [0, 0.0004])
    expect(decided({ ...fill, odometer: { value, unit: 'km' } })).toMatchObject({
      odometer: null,
      odometerM: null,
    });
  const reading = { type: 'odometer', date: '2026-11-19', odometer: { value: 0, unit: 'km' }, data: {} };
  expect(refusal(reading).extras.errors).toMatchObject([{ pointer: '/odometer', code: 'missing' }]);
});

it('takes the instant where the time is known, and the local noon where it is not', () => {
  expect(decided({ ...fill, occurredAt: '2026-11-19T18:42:00+01:00' })).toMatchObject({
    occurredAt: '2026-11-19T17:42:00.000Z',
    timeKnown: true,
  });
  expect(decided(fill, { placeInDay: 1500 })).toMatchObject({
    occurredAt: '2026-11-19T11:00:01.500Z',
    timeKnown: false,
  });
});

it('takes the instant that the data of a charge tells, where it is of that day', () => {
  const charge = { type: 'charge', date: '2026-11-20', data: eventType('charge')!.example };
  expect(decided(charge)).toMatchObject({ occurredAt: '2026-11-20T20:04:00.000Z', timeKnown: true });
  const other = { ...charge, date: '2026-11-21' };
  expect(decided(other)).toMatchObject({ occurredAt: '2026-11-21T11:00:00.000Z', timeKnown: false });
  // a file has its events in the order of their readings
  expect(decided(charge, { placeInDay: -5 })).toMatchObject({
    occurredAt: '2026-11-20T10:59:59.995Z',
    timeKnown: false,
  });
});

it('keeps the place of the event that it corrects, while it stays on that day', () => {
  const corrects = { date: '2026-11-19', occurredAt: '2026-11-19T11:27:40.000Z' };
  expect(decided(fill, { corrects }).occurredAt).toBe(corrects.occurredAt);
  expect(decided({ ...fill, date: '2026-11-18' }, { corrects }).occurredAt).toBe('2026-11-18T11:00:00.000Z');
});

it('prefers the id that the client chose, in lower case', () => {
  const chosen = '0193F6A0-0000-7000-8000-00000000000A';
  expect(decided({ ...fill, id: chosen }).id).toBe(chosen.toLowerCase());
});

it('refuses an instant that falls on another day in the vehicle’s zone', () => {
  const late = { ...fill, occurredAt: '2026-11-19T23:30:00Z' };
  expect(refusal(late).extras.errors).toMatchObject([{ pointer: '/occurredAt', code: 'date-disagrees' }]);
  expect(decided(late, { vehicle: { timeZone: 'UTC' } }).timeKnown).toBe(true);
});

it('refuses dates before 1900 and more than ten years ahead', () => {
  expect(refusal({ ...fill, date: '1899-12-31' }).code).toBe('date-out-of-range');
  expect(refusal({ ...fill, date: '2036-11-22' }, { at: '/events/0' }).extras.errors?.[0]?.pointer).toBe(
    '/events/0/date',
  );
  expect(decided({ ...fill, date: '2036-11-21' }).date).toBe('2036-11-21');
});

it('tells what the schema, the rules of the type and the day refuse in one answer', () => {
  const total = { amount: '1.00', currency: 'EUR' };
  const data = { ...fill.data, total };
  const faulty = { ...fill, date: '1066-10-14', occurredAt: '2026-11-19T18:42:00+01:00', notes: '', data };
  const { code, extras } = refusal(faulty, { at: '/event' });
  expect([code, extras.errors?.map(({ pointer, code: fault }) => [pointer, fault])]).toEqual([
    'validation-failed',
    [
      ['/event/notes', 'too-short'],
      ['/event/data/total/amount', 'amount-mismatch'],
      ['/event/date', 'date-out-of-range'],
    ],
  ]);
  expect(
    refusal({ ...faulty, data: { ...data, total: { ...total, amount: 'much' } } }).extras.errors,
  ).toMatchObject([
    { pointer: '/notes' },
    { pointer: '/data/total/amount', code: 'bad-format' },
    { pointer: '/date' },
  ]);
  expect(refusal({ ...faulty, type: 'rumour', notes: 'Heard' }).extras.errors).toMatchObject([
    { pointer: '/type', code: 'unknown-event-type' },
    { pointer: '/date', code: 'date-out-of-range' },
  ]);
});

it('takes ten years ahead by the calendar of the vehicle, on New Year’s Day where the year has begun already', () => {
  const [now, vehicle] = ['2026-12-31T23:30:00Z', { timeZone: 'Pacific/Auckland' }];
  const newYear = { ...fill, date: '2027-01-01', occurredAt: '2027-01-01T12:15:00+13:00' };
  expect(decided(newYear, { now, vehicle }).date).toBe('2027-01-01');
  expect(decided({ ...fill, date: '2037-01-01' }, { now, vehicle }).date).toBe('2037-01-01');
  const behind = { now, vehicle: { timeZone: 'America/New_York' } };
  expect(refusal({ ...fill, date: '2037-01-01' }, behind).code).toBe('date-out-of-range');
});

it('refuses what the event’s own type refuses', () => {
  expect(refusal({ ...fill, data: {} }).code).toBe('validation-failed');
});

it('takes the reading from data that tells one, and none beside it', () => {
  const newFirst = { value: 0, unit: 'km' } as const;
  const replacement = {
    type: 'odometer-replacement',
    date: '2026-11-19',
    data: { oldFinal: { value: 184_220, unit: 'km' }, newFirst },
  };
  expect(decided(replacement)).toMatchObject({ odometer: newFirst, odometerM: 0 });
  expect(refusal({ ...replacement, odometer: newFirst }).extras.errors).toMatchObject([
    { pointer: '/odometer', code: 'unknown-field' },
  ]);
});
