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
  expect(() => maintenance.check?.({ items, total: eur('3') })).toThrow(
    expect.objectContaining({
      code: 'currency-mismatch',
      extras: { errors: [expect.objectContaining({ pointer: '/data/items/0/cost/currency' })] },
    }),
  );
});
