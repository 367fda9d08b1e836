import { expect, it } from 'vitest';
import { anotherVehicle, type Typed } from './another-vehicle';
import type { FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';

const begun = (type: string, unit: string, station: string): FormValues => ({
  type,
  date: '2026-11-22',
  clock: unit === 'km' ? '19:30' : '13:30',
  odometer: { value: '', unit, void: false },
  notes: '',
  data: type === 'fuel' ? { station: { name: station }, energy: station, fill: 'full' } : { note: '' },
  reason: '',
});
const here = (type: string) => begun(type, 'km', 'Aral');
const there = (type: string) => begun(type, 'mi', 'Sunoco');
const own = { mayManage: true } as LoggableVehicle;
const lent = { mayManage: false } as LoggableVehicle;

const typedInto = (began: FormValues, typed: Partial<FormValues>): Typed => ({
  values: { ...began, ...typed },
  began,
  others: new Map(),
});

it('begins as for the vehicle alone where nothing was typed', () => {
  expect(anotherVehicle(typedInto(here('fuel'), {}), own, there).values).toEqual(there('fuel'));
});

it('keeps what was typed, the reading in its unit', () => {
  const typed = {
    date: '2026-11-20',
    odometer: { value: '86,000', unit: 'km', void: true },
    notes: 'On the way north',
    data: { ...here('fuel').data, fill: 'partial' },
  };
  expect(anotherVehicle(typedInto(here('fuel'), typed), own, there).values).toEqual({
    ...there('fuel'),
    ...typed,
    clock: '19:30',
    odometer: { value: '86,000', unit: 'km', void: false },
    data: { ...there('fuel').data, fill: 'partial' },
  });
});

it('is a fill of a vehicle whose life somebody else turns', () => {
  const sold = typedInto(here('sold'), { notes: 'To Jana' });
  expect(anotherVehicle(sold, own, there).values.type).toBe('sold');
  expect(anotherVehicle(sold, lent, there).values).toEqual({ ...there('fuel'), notes: 'To Jana' });
});

it('keeps what was typed of other types, without what is of the vehicle', () => {
  const { data } = here('fuel');
  const others = new Map([['fuel', { data: { ...data, energy: 'lpg', fill: 'partial' }, began: data }]]);
  expect(anotherVehicle({ ...typedInto(here('note'), {}), others }, own, there).others).toEqual(
    new Map([['fuel', { data: { ...data, fill: 'partial' }, began: data }]]),
  );
});

it('keeps what was typed for one vehicle and is usual for the next also for the one after that', () => {
  const typed = typedInto(here('fuel'), {
    date: '2026-11-20',
    clock: '13:30',
    data: { ...here('fuel').data, station: { name: 'Sunoco' } },
  });
  const after = (type: string) => begun(type, 'km', 'Migrol');
  const { values } = anotherVehicle(anotherVehicle(typed, own, there), own, after);
  expect(values).toMatchObject({ date: '2026-11-20', clock: '13:30', data: { station: { name: 'Sunoco' } } });
});
