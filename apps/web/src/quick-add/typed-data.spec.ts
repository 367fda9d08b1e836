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
  expect(typedOnto(fresh, { data: { ...began, total: money('81.00') }, began }).data).toEqual(fresh);
});

it('keeps what was typed', () => {
  const typed = { station: { name: 'Shell' }, fill: 'partial' };
  expect(typedOnto(fresh, { data: { ...began, ...typed }, began })).toEqual({
    data: { ...fresh, ...typed },
    began: { ...fresh, station: began.station },
  });
});

it('keeps volume, price and total as they are worked out of each other', () => {
  const bill = { volume: litres('40'), unitPrice: money('1.75'), total: money('70') };
  const data = { ...began, ...bill, typed: ['volume', 'total'] };
  expect(typedOnto(fresh, { data, began }).data).toEqual({ ...fresh, ...bill, typed: data.typed });
});

it('keeps the bill of a stored entry, though it is as usual', () => {
  const blank = { volume: litres(''), unitPrice: money(''), total: money('') };
  const bill = { volume: litres('45'), unitPrice: money('1.80'), total: money('80') };
  const here = { ...fresh, ...bill };
  const there = typedOnto(began, { data: here, began: blank });
  expect(there.data).toEqual(here);
  expect(typedOnto(fresh, there).data).toEqual(here);
});

it('leaves a third to be worked out anew where it came of what is usual', () => {
  const usual = { ...fresh, unitPrice: money('1.60'), total: money('') };
  const volume = { volume: litres('23.4'), total: money('42.12'), typed: ['volume'] };
  const ofVolume = { ...usual, volume: litres('23.4'), typed: ['volume'] };
  expect(typedOnto(usual, { data: { ...began, ...volume }, began }).data).toEqual(ofVolume);
  const total = { volume: litres('27.78'), total: money('50'), typed: ['total'] };
  const ofTotal = { ...usual, total: money('50'), typed: ['total'] };
  expect(typedOnto(usual, { data: { ...began, ...total }, began }).data).toEqual(ofTotal);
});

it('says no usual price in a currency or for a unit that it does not have', () => {
  const inEuros = { total: money('50'), volume: litres('27.78'), typed: ['total'] };
  expect(typedOnto(fresh, { data: { ...began, ...inEuros }, began }).data.unitPrice).toEqual(money(''));
  const gallons = { volume: { value: '10', unit: 'gal-us' }, typed: ['volume'] };
  expect(typedOnto(fresh, { data: { ...began, ...gallons }, began }).data.unitPrice).toEqual(
    money('', 'CHF'),
  );
});

it('keeps the unit that was chosen for a volume which is worked out', () => {
  const gallons = (value: string) => ({ value, unit: 'gal-us' });
  const typed = { volume: gallons('27.78'), total: money('50'), typed: ['total'] };
  const moved = typedOnto(fresh, { data: { ...began, ...typed }, began });
  const kept = { ...fresh, volume: gallons(''), unitPrice: money(''), total: money('50'), typed: ['total'] };
  expect(moved.data).toEqual(kept);
  expect(typedOnto(began, moved).data).toEqual({ ...kept, station: began.station });
});

it('keeps a total of which nothing can be worked out yet', () => {
  const blank = { volume: litres(''), unitPrice: money(''), total: money('') };
  const data = { ...blank, total: money('50') };
  expect(typedOnto(blank, { data, began: blank }).data).toEqual(data);
});

it('keeps a bill in the one currency in which it was typed', () => {
  const work = (currency: string) => ({ items: [] as unknown[], total: money('', currency) });
  const items = [{ kind: 'oil', cost: money('80') }];
  expect(typedOnto(work('CHF'), { data: { ...work('EUR'), items }, began: work('EUR') }).data).toEqual({
    items,
    total: money(''),
  });
});

it('takes the currency of the vehicle where no amount was typed, nor another currency chosen', () => {
  const work = (currency: string) => ({ items: [] as unknown[], total: money('', currency) });
  const items = (currency: string) => [{ kind: 'oil', cost: money('', currency) }];
  const unpaid = { data: { ...work('EUR'), items: items('EUR') }, began: work('EUR') };
  expect(typedOnto(work('CHF'), unpaid).data).toEqual({ items: items('CHF'), total: money('', 'CHF') });
  const chosen = { data: { ...work('USD'), items: items('USD') }, began: work('EUR') };
  expect(typedOnto(work('CHF'), chosen).data).toEqual({ items: items('USD'), total: money('', 'USD') });
});

it('leaves to a vehicle its energy and its reminders, and has files sent to the other one', () => {
  const blank = { energy: 'diesel', receiptId: '', fileIds: '', fill: 'full' };
  const data = {
    energy: 'lpg',
    receiptId: 'a',
    fileIds: 'b, c',
    failed: 'd',
    onTheWay: 'e',
    fill: 'partial',
  };
  expect(withoutVehicle('fuel', { data, began: blank })).toEqual({
    data: { ...blank, fill: 'partial', failed: '', onTheWay: 'a, b, c, d, e' },
    began: blank,
  });
  const work = { data: { reminderIds: 'd', shop: 'Bosch' }, began: { reminderIds: '', shop: '' } };
  expect(withoutVehicle('maintenance', work).data).toEqual({ reminderIds: '', shop: 'Bosch' });
});
