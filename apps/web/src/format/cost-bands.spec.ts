import { expect, it } from 'vitest';
import { bandShares } from './cost-bands';

it('adds categories up by band, energy at the front', () => {
  expect(bandShares({ parking: 1400, fuel: 4549, charging: 1863, insurance: 6500 })).toEqual([
    { band: 'energy', minor: 6412 },
    { band: 'standing', minor: 6500 },
    { band: 'road', minor: 1400 },
  ]);
});

it('has no length for a refund, and a place for categories that are new', () => {
  expect(bandShares({ insurance: -6240, ferry: 900 })).toEqual([{ band: 'other', minor: 900 }]);
});
