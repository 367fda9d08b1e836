import { holdTo } from '@odolog/problems';
import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { maintenance } from './maintenance.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

it('costs its total, or else the sum of what its items cost', () => {
  expect(maintenance.facts(maintenance.example).cost).toEqual({
    amountMinor: 4150,
    currency: 'EUR',
    category: 'maintenance',
  });
  const items = [
    { kind: 'brake-pads', parts: eur('40.00'), labour: eur('55.50') },
    { kind: 'brake-fluid', cost: eur('20.00') },
  ];
  expect(maintenance.facts({ items }).cost?.amountMinor).toBe(11_550);
  expect(maintenance.facts({ items: [{ kind: 'lights' }] }).cost).toBeUndefined();
});

it('books work of one kind under its own category', () => {
  const category = (...kinds: string[]) =>
    maintenance.facts({ items: kinds.map((kind) => ({ kind })), total: eur('1') }).cost?.category;
  expect(category('tyres', 'tyre-rotation')).toBe('tyres');
  expect(category('wash')).toBe('wash');
  expect(category('wash', 'engine-oil')).toBe('maintenance');
});

it('names each kind of work once, and work of no known kind by its description', () => {
  const items = [
    { kind: 'engine-oil' },
    { kind: 'engine-oil' },
    { kind: 'other', description: 'Oil additive' },
    { kind: 'tow_bar' },
  ];
  expect(maintenance.summary({ items }, formatFor({ locale: 'en' }))).toBe(
    'Engine oil, Oil additive, Tow bar',
  );
});

it('refuses two currencies on one bill', () => {
  const items = [{ kind: 'lights', cost: { amount: '3', currency: 'CHF' } }];
  expect(() => holdTo({ items, total: eur('3') }, maintenance.rules ?? [])).toThrow(
    expect.objectContaining({
      code: 'currency-mismatch',
      extras: { errors: [expect.objectContaining({ pointer: '/data/items/0/cost/currency' })] },
    }),
  );
});

it('warns where all items say what they cost and the bill comes to something else', () => {
  const day = { date: '2026-01-01', dayOf: () => '2026-01-01', batteryWh: null };
  const warned = (total: string, ...rest: { kind: string }[]) => {
    const items = [{ kind: 'brake-pads', parts: eur('10.00'), labour: eur('20.00') }, ...rest];
    return maintenance.oddities?.({ items, total: eur(total) }, day);
  };
  expect(warned('99.00')).toEqual([
    {
      code: 'items-disagree',
      detail: 'The items come to 30.00 EUR, the bill to 99.00: is one of them wrong?',
    },
  ]);
  expect(warned('30')).toEqual([]);
  expect(warned('99.00', { kind: 'lights' })).toEqual([]);
});
