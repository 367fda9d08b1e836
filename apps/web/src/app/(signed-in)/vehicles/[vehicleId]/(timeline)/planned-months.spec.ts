import { expect, it } from 'vitest';
import { plannedMonths } from './planned-months';

const entry = (date: string, amount?: string, category = 'insurance') => ({
  date,
  cost: amount === undefined ? null : { amount, currency: 'EUR' },
  category: amount === undefined ? null : category,
});
const page = (items: ReturnType<typeof entry>[], nextCursor: string | null = null) => ({ items, nextCursor });

it('sums what is planned for the months after this one', () => {
  const items = [
    entry('2027-01-31', '-12.00'),
    entry('2027-01-01', '320.00'),
    entry('2027-01-01', '80.50', 'tax'),
    entry('2026-12-24'),
    entry('2026-11-30', '9.00'),
  ];
  expect(plannedMonths(page(items, 'more'), '2026-11-22')).toEqual([
    {
      month: '2027-01',
      events: 3,
      distanceM: 0,
      distanceComplete: false,
      costs: [
        {
          total: { amount: '388.50', currency: 'EUR' },
          shares: [{ band: 'standing', minor: 38_850 }],
        },
      ],
      planned: true,
    },
    { month: '2026-12', events: 1, distanceM: 0, distanceComplete: false, costs: [], planned: true },
  ]);
});

it('leaves out a month whose entries go on below the page', () => {
  const items = [entry('2027-02-01'), entry('2027-01-31'), entry('2027-01-30')];
  expect(plannedMonths(page(items, 'more'), '2026-11-22').map(({ month }) => month)).toEqual(['2027-02']);
  expect(plannedMonths(page(items), '2026-11-22')).toHaveLength(2);
});
