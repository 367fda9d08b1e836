import { eventType, validateRecording } from '@odolog/events';
import { expect, it } from 'vitest';
import { formValueOf, recordingFrom, schemaOf, sentValueOf, type FormValues } from './form-values';

const home = {
  currency: 'EUR',
  distanceUnit: 'km',
  volumeUnit: 'L',
  timeZone: 'UTC',
  locale: 'en-IE',
} as const;
const sending = { locale: 'en-IE', instantOf: (date: string, clock: string) => `${date}T${clock}:00Z` };

const valuesOf = (type: string, stored: unknown): FormValues => ({
  type,
  date: '2026-11-19',
  clock: '',
  odometer: { value: '', unit: 'km', void: false },
  notes: '',
  data: formValueOf(schemaOf(type), stored, home) as FormValues['data'],
  reason: '',
});

it.each(['fuel', 'maintenance', 'odometer', 'reminder', 'expense', 'note', 'inspection', 'acquired', 'sold'])(
  'gives the example of %s back as it was stored',
  (type) => {
    const { example } = eventType(type)!;
    expect(recordingFrom(valuesOf(type, example), sending).data).toEqual(example);
  },
);

it('leaves out what nobody typed: a currency alone is no money', () => {
  const values = valuesOf('expense', undefined);
  values.data = { ...values.data, category: 'parking', total: { amount: '14', currency: 'EUR' } };
  expect(recordingFrom(values, sending)).toEqual({
    type: 'expense',
    date: '2026-11-19',
    data: { category: 'parking', total: { amount: '14', currency: 'EUR' } },
  });
});

it('sends numbers the way they were meant, and the instant of a known time', () => {
  const values = valuesOf('odometer', undefined);
  values.odometer = { value: '61,847', unit: 'km', void: true };
  values.clock = '18:42';
  expect(recordingFrom(values, sending)).toMatchObject({
    odometer: { value: 61_847, unit: 'km', void: true },
    occurredAt: '2026-11-19T18:42:00Z',
  });
});

it('leaves what is no number as it is, for the validator to point at', () => {
  const values = valuesOf('odometer', undefined);
  values.odometer.value = 'many';
  expect(() => validateRecording(recordingFrom(values, sending))).toThrow(
    expect.objectContaining({
      extras: { errors: [expect.objectContaining({ pointer: '/odometer/value' })] },
    }),
  );
});

it('reads words from a list with commas', () => {
  const node = { type: 'array', items: { type: 'string' } };
  expect(sentValueOf(node, 'winter, long trip ,', sending)).toEqual(['winter', 'long trip']);
});

it('shows an instant on the clock of the vehicle, and sends the same instant', () => {
  const { example } = eventType('charge')!;
  const data = formValueOf(schemaOf('charge'), example, { ...home, timeZone: 'Europe/Berlin' });
  expect(data).toMatchObject({ startedAt: '2026-11-20T21:04', endedAt: '2026-11-21T01:10' });
  expect(recordingFrom(valuesOf('charge', example), sending).data).toMatchObject({
    startedAt: '2026-11-20T20:04:00Z',
    endedAt: '2026-11-21T00:10:00Z',
  });
});

it('starts a new charge now', () => {
  const data = formValueOf(schemaOf('charge'), undefined, { ...home, now: '2026-11-21T18:42:10.000Z' });
  expect(data).toMatchObject({ startedAt: '2026-11-21T18:42', endedAt: '' });
});

it('keeps the files of an entry that is corrected', () => {
  const files = {
    receiptId: '0193f6a0-0000-7000-8000-00000000000a',
    fileIds: ['0193f6a0-0000-7000-8000-00000000000b'],
  };
  const stored = { category: 'toll', total: { amount: '9', currency: 'EUR' }, ...files };
  expect(recordingFrom(valuesOf('expense', stored), sending).data).toEqual(stored);
});

it('types a price the way of the locale, where its point would stand between thousands', () => {
  const german = { ...home, locale: 'de-DE' };
  const stored = { ...eventType('fuel')!.example, unitPrice: { amount: '1.600', currency: 'EUR' } };
  const data = formValueOf(schemaOf('fuel'), stored, german) as FormValues['data'];
  expect(data).toMatchObject({ unitPrice: { amount: '1,600' } });
  const sent = recordingFrom({ ...valuesOf('fuel', stored), data }, { ...sending, locale: 'de-DE' });
  expect(sent.data).toMatchObject({ unitPrice: { amount: '1.600', currency: 'EUR' } });
});
