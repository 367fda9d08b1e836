import { expect, it } from 'vitest';
import type { FormValues } from './form-values';
import { fieldOf, recordingResolver } from './resolve-recording';

const values = { type: 'fuel', reason: '' } as FormValues;
const resolve = (recording: unknown, reasonNeeded = false) =>
  recordingResolver({
    recordingOf: () => recording as never,
    words: ({ code }) => code,
    reasonNeeded,
  })(values, undefined, { fields: {}, shouldUseNativeValidation: false });

it('points a missing measure at the number that is to be typed', async () => {
  const recording = { type: 'fuel', date: '2026-11-19', data: { energy: 'petrol', fill: 'full' } };
  expect(await resolve(recording)).toEqual({
    values: {},
    errors: { data: { volume: { value: { type: 'recording', message: 'missing' } } } },
  });
});

it('says by the type’s own rules that volume and price do not give the total', async () => {
  const data = {
    volume: { value: 10, unit: 'L' },
    unitPrice: { amount: '1.5', currency: 'EUR' },
    total: { amount: '20', currency: 'EUR' },
    energy: 'petrol',
    fill: 'full',
  };
  expect((await resolve({ type: 'fuel', date: '2026-11-19', data })).errors).toMatchObject({
    data: { total: { amount: { message: 'amount-mismatch' } } },
  });
});

it('complains of no row of a list as one is added, but as it is saved', async () => {
  const resolver = recordingResolver({
    recordingOf: ({ data }) => ({ type: 'maintenance', date: '2026-11-19', data }),
    words: ({ code }) => code,
    reasonNeeded: false,
  });
  const filled = { ...values, data: { items: [{}] } } as unknown as FormValues;
  const asking = (...names: string[]) =>
    resolver(filled, undefined, { fields: {}, names: names as 'data'[], shouldUseNativeValidation: false });
  expect((await asking('data.items')).errors).toEqual({});
  const missing = { data: { items: { 0: { kind: { message: 'missing' } } } } };
  expect((await asking('data.items.0.kind')).errors).toMatchObject(missing);
  expect((await asking('date', 'data.items.0.kind')).errors).toMatchObject(missing);
});

it('asks for the reason of a correction', async () => {
  const recording = { type: 'note', date: '2026-11-19', data: { text: 'Rattle' } };
  expect((await resolve(recording)).errors).toEqual({});
  expect((await resolve(recording, true)).errors).toMatchObject({ reason: { message: 'missing' } });
});

it.each([
  ['/date', 'date'],
  ['/odometer', 'odometer.value'],
  ['/event/odometer/value', 'odometer.value'],
  ['/data/items', 'data.items.0.kind'],
  ['/event/data/items/1/cost', 'data.items.1.cost.amount'],
  ['/occurredAt', 'clock'],
])('reads the pointer %s as the field %s', (pointer, field) => {
  expect(fieldOf(pointer, 'maintenance')).toBe(field);
});
