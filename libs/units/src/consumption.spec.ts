import { expect, it } from 'vitest';
import { consumptionFigures } from './consumption.js';

it('agrees with the factors that the trade prints', () => {
  const figures = consumptionFigures({ distanceM: 100_000, volumeMl: 5_000, energyWh: 18_000 });
  expect(figures.lPer100Km).toBe(5);
  expect(figures.kmPerL).toBe(20);
  expect(figures.mpgUs).toBeCloseTo(235.214583 / 5, 6);
  expect(figures.mpgUk).toBeCloseTo(282.480936 / 5, 6);
  expect(figures.kWhPer100Km).toBe(18);
  expect(figures.miPerKWh).toBeCloseTo(62.137119 / 18, 6);
  expect(figures.mpge).toBeCloseTo((62.137119 / 18) * 33.7, 4);
});

it('leaves out what cannot be divided', () => {
  expect(consumptionFigures({ distanceM: 0, volumeMl: 5_000, energyWh: 0 })).toEqual({});
  expect(consumptionFigures({ distanceM: 100_000, volumeMl: 0, energyWh: 0 })).toEqual({});
});
