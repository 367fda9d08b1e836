import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import { formStart } from './form-start';
import { habitOf } from './habit';
import { valuesFor, type Home } from './initial-values';
import type { LoggableVehicle } from './loggable-vehicle';

const vehicle = {
  energies: ['petrol'],
  currency: 'EUR',
  distanceUnit: 'km',
  volumeUnit: 'L',
  timeZone: 'Europe/Berlin',
  mayManage: true,
} as unknown as LoggableVehicle;

const filled = (litres: number, price: string, station: string) => ({
  volume: { value: litres, unit: 'L' },
  unitPrice: { amount: price, currency: 'EUR' },
  total: { amount: '81.00', currency: 'EUR' },
  energy: 'petrol',
  fill: 'full',
  station: { name: station },
});

function homeOf(data: Record<string, unknown>): Home {
  return { vehicle, locale: 'en', habit: habitOf([{ data }, { data }, { data }], vehicle) };
}
const here = homeOf(filled(45, '1.800', 'Aral'));
const there = homeOf(filled(30, '1.600', 'Shell'));

const nothing = { type: 'fuel', correct: undefined, waiting: undefined, kept: undefined, moved: undefined };

it('fills in anew for another vehicle what is usual', () => {
  const { values } = formStart({ ...nothing, moved: formStart(nothing, here) }, there);
  expect(values.data).toEqual(valuesFor('fuel', there).data);
});

it('keeps for another vehicle all that an entry says that was made before, though it is as usual', () => {
  const now = valuesFor('fuel', here);
  const item = { ...now, odometer: null, data: filled(45, '1.800', 'Aral') } as unknown as TimelineItem;
  const start = formStart({ ...nothing, waiting: { item } as WaitingEntry }, here);
  const moved = formStart({ ...nothing, moved: start }, there);
  expect(moved.values).toMatchObject({ date: now.date, clock: '', data: start.values.data });
  expect(formStart({ ...nothing, moved }, here).values.data).toEqual(start.values.data);
});

it('keeps what was typed of other types before an entry was refused, also for another vehicle', () => {
  const now = valuesFor('fuel', here);
  const item = { ...now, odometer: null, data: filled(45, '1.800', 'Aral') } as unknown as TimelineItem;
  const { data } = valuesFor('note', here);
  const others = new Map([['note', { data: { ...data, text: 'Rattles' }, began: data }]]);
  const start = formStart({ ...nothing, waiting: { item } as WaitingEntry, others }, here);
  expect(start.others).toEqual(others);
  expect(formStart({ ...nothing, moved: start }, there).others).toEqual(others);
});

it('takes an entry of a vehicle that is gone for one of another vehicle, to which its files are sent', () => {
  const data = { ...filled(45, '1.800', 'Aral'), receiptId: 'a' };
  const item = { ...valuesFor('fuel', here), odometer: null, data } as unknown as TimelineItem;
  const { values } = formStart({ ...nothing, waiting: { item, vehicleId: 'gone' } as WaitingEntry }, there);
  expect(values.data).toMatchObject({ station: { name: 'Aral' }, receiptId: '', onTheWay: 'a' });
});
