import { expect, it } from 'vitest';
import { baysOf } from './bays-of';

const vehicles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    summary: {
      lastEvent: { date: `2026-11-${String(index + 1).padStart(2, '0')}` },
      nextDue: index === 3 ? { state: 'overdue' } : null,
    } as never,
  }));

it('parks a garage as it is', () => {
  expect(baysOf(vehicles(24)).map(({ id }) => id)).toEqual(vehicles(24).map(({ id }) => id));
});

it('parks of a fleet what is overdue first, then what was written to last', () => {
  const parked = baysOf(vehicles(30)).map(({ id }) => id);
  expect(parked.slice(0, 3)).toEqual([3, 29, 28]);
  expect(parked).toHaveLength(12);
});
