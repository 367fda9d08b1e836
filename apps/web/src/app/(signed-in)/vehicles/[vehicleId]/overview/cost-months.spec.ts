import { expect, it } from 'vitest';
import { costMonths } from './cost-months';

const item = (category: string, amount: string, currency = 'EUR') => ({
  month: '2026-10',
  category,
  currency,
  total: { amount, currency },
  count: 1,
});

it('adds categories up to bands, and keeps refunds apart', () => {
  const items = [
    item('fuel', '90.00'),
    item('maintenance', '200.00'),
    item('tyres', '10.00'),
    item('insurance', '-62.40'),
  ];
  expect(costMonths(items, ['2026-09', '2026-10'], 'EUR')).toEqual([
    { month: '2026-09', spentMinor: {}, refundMinor: 0, totalMinor: 0 },
    { month: '2026-10', spentMinor: { energy: 9000, work: 21_000 }, refundMinor: -6240, totalMinor: 23_760 },
  ]);
});

it('never adds one currency to another', () => {
  const [month] = costMonths([item('fuel', '90.00'), item('fuel', '50.00', 'CHF')], ['2026-10'], 'EUR');
  expect(month?.totalMinor).toBe(9000);
});
