import { expect, it } from 'vitest';
import { anotherType } from './another-type';
import type { FormValues } from './form-values';

const fresh = (type: string): FormValues => ({
  type,
  date: '2026-11-22',
  clock: '19:30',
  odometer: { value: '', unit: 'km', void: false },
  notes: '',
  data: {},
  reason: '',
});
const typed: FormValues = {
  ...fresh('fuel'),
  date: '2026-11-20',
  clock: '08:15',
  odometer: { value: '11,000', unit: 'mi', void: false },
  notes: 'On the way north',
  data: { volume: { value: '30', unit: 'L' } },
};

it('keeps when it was, the odometer and the notes, and nothing of the other type', () => {
  expect(anotherType(typed, fresh('charge'))).toEqual({ ...typed, type: 'charge', data: {} });
});

it('leaves the odometer to a type that has its own reading', () => {
  const { odometer, notes } = anotherType(typed, fresh('odometer-replacement'));
  expect(odometer).toEqual(fresh('odometer-replacement').odometer);
  expect(notes).toBe('On the way north');
});
