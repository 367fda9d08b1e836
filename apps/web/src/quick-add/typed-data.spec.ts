import { expect, it } from 'vitest';
import { typedOnto, withoutVehicle } from './typed-data';

const money = (amount: string, currency = 'EUR') => ({ amount, currency });
const litres = (value: string) => ({ value, unit: 'L' });

const began = {
  volume: litres('45'),
  unitPrice: money('1.80'),
  total: money(''),
  station: { name: 'Aral' },
  fill: 'full',
};
const fresh = {
  volume: litres('30'),
  unitPrice: money('2.10', 'CHF'),
  total: money('', 'CHF'),
  station: { name: 'Migrol' },
  fill: 'full',
};

it('fills in anew what nobody typed, a total too that was worked out of it', () => {
  expect(typedOnto(fresh, { data: { ...began, total: money('81.00') }, began })).toEqual(fresh);
});

it('keeps what was typed', () => {
  const typed = { station: { name: 'Shell' }, fill: 'partial' };
  expect(typedOnto(fresh, { data: { ...began, ...typed }, began })).toEqual({ ...fresh, ...typed });
});

it('keeps volume, price and total as they are worked out of each other', () => {
  const bill = { volume: litres('27.78'), unitPrice: money('1.80'), total: money('50') };
  expect(typedOnto(fresh, { data: { ...began, ...bill }, began })).toEqual({ ...fresh, ...bill });
});

it('keeps a total of which nothing can be worked out yet', () => {
  const blank = { volume: litres(''), unitPrice: money(''), total: money('') };
  const data = { ...blank, total: money('50') };
  expect(typedOnto(blank, { data, began: blank })).toEqual(data);
});

it('keeps a bill in the one currency in which it was typed', () => {
  const work = (currency: string) => ({ items: [] as unknown[], total: money('', currency) });
  const items = [{ kind: 'oil', cost: money('80') }];
  expect(typedOnto(work('CHF'), { data: { ...work('EUR'), items }, began: work('EUR') })).toEqual({
    items,
    total: money(''),
  });
});

it('leaves to a vehicle its energy, its files and its reminders', () => {
  const blank = { energy: 'diesel', receiptId: '', fileIds: '', fill: 'full' };
  const data = { energy: 'lpg', receiptId: 'a', fileIds: 'b, c', fill: 'partial' };
  expect(withoutVehicle('fuel', { data, began: blank })).toEqual({
    data: { ...blank, fill: 'partial' },
    began: blank,
  });
  const work = { data: { reminderIds: 'd', shop: 'Bosch' }, began: { reminderIds: '', shop: '' } };
  expect(withoutVehicle('maintenance', work).data).toEqual({ reminderIds: '', shop: 'Bosch' });
});
