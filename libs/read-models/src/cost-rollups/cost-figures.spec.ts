import { expect, it } from 'vitest';
import { costFigures } from './cost-figures.js';

const sums = { runningMinor: 200_000, purchaseMinor: 2_190_000, saleMinor: -1_340_000 };

it('tells running cost and depreciation apart, each by the kilometre', () => {
  expect(costFigures(sums, 50_000_000)).toEqual({
    perKmMinor: 4,
    purchaseMinor: 2_190_000,
    saleMinor: -1_340_000,
    depreciationMinor: 850_000,
    depreciationPerKmMinor: 17,
  });
});

it('knows no depreciation before the sale, and nothing by the kilometre without a distance', () => {
  expect(costFigures({ ...sums, saleMinor: null }, 0)).toEqual({ purchaseMinor: 2_190_000 });
  expect(costFigures({ ...sums, purchaseMinor: null, saleMinor: null }, 0)).toEqual({});
});

it('lets a vehicle gain in value', () => {
  expect(costFigures({ ...sums, saleMinor: -2_500_000 }, 10_000_000)).toMatchObject({
    depreciationMinor: -310_000,
    depreciationPerKmMinor: -31,
  });
});
