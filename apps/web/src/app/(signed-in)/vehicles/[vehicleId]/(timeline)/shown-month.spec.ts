import { expect, it } from 'vitest';
import { shownMonth } from './shown-month';

const november = { month: '2026-11', events: 1, distanceM: 31_000, costs: [] };

it('is over when the next one has begun', () => {
  const isOver = (today: string) => shownMonth(november, today).over;
  expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(isOver)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
