import { expect, it } from 'vitest';
import { vehiclesAtHand } from './vehicles-at-hand';

const vehicles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    lastDate: `2026-11-${String(index + 1).padStart(2, '0')}`,
  }));

it('lists a garage as it is', () => {
  expect(vehiclesAtHand(vehicles(12), 12).map(({ id }) => id)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
});

it('lists of a fleet the eight that were written to last', () => {
  expect(vehiclesAtHand(vehicles(20), 200).map(({ id }) => id)).toEqual([19, 18, 17, 16, 15, 14, 13, 12]);
});
