import { expect, it } from 'vitest';
import { costMonths } from './cost-months';

const item = (category: string, totalMinor: number, currency = 'EUR') => ({
  month: '2026-10',
  category,
  currency,
  totalMinor,
  count: 1,
});

it('adds categories up to bands, and keeps refunds apart', () => {
  const items = [
    item('fuel', 9000),
    item('maintenance', 20_000),
    item('tyres', 1000),
    item('insurance', -6240),
  ];
  expect(costMonths(items, ['2026-09', '2026-10'], 'EUR')).toEqual([
    { month: '2026-09', spentMinor: {}, refundMinor: 0, totalMinor: 0 },
    { month: '2026-10', spentMinor: { energy: 9000, work: 21_000 }, refundMinor: -6240, totalMinor: 23_760 },
  ]);
});

it('never adds one currency to another', () => {
  const [month] = costMonths([item('fuel', 9000), item('fuel', 5000, 'CHF')], ['2026-10'], 'EUR');
  expect(month?.totalMinor).toBe(9000);
});
