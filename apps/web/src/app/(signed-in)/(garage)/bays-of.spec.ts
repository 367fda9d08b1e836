import { expect, it } from 'vitest';
import { baysOf } from './bays-of';

const due: Readonly<Record<number, string>> = { 3: 'overdue', 5: 'due-soon', 8: 'due', 9: 'upcoming' };

const vehicles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    summary: {
      lastEvent: { date: `2026-11-${String(index + 1).padStart(2, '0')}` },
      nextDue: index in due ? { state: due[index] } : null,
    } as never,
  }));

it('parks a garage as it is', () => {
  expect(baysOf(vehicles(24)).map(({ id }) => id)).toEqual(vehicles(24).map(({ id }) => id));
});

it('parks of a fleet what is due first, the most urgent in front, then what was written to last', () => {
  const parked = baysOf(vehicles(30)).map(({ id }) => id);
  expect(parked.slice(0, 5)).toEqual([3, 8, 5, 29, 28]);
  expect(parked).toHaveLength(12);
});
