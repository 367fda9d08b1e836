import { moneyFromMinor } from '@odolog/units';
import { expect, it } from 'vitest';
import { bandShares } from './cost-bands';

const euros = (minor: number) => moneyFromMinor(minor, 'EUR');

it('adds categories up by band, energy at the front', () => {
  const energy = { fuel: euros(4549), charging: euros(1863) };
  expect(bandShares({ parking: euros(1400), ...energy, insurance: euros(6500) })).toEqual([
    { band: 'energy', minor: 6412 },
    { band: 'standing', minor: 6500 },
    { band: 'road', minor: 1400 },
  ]);
});

it('has no length for a refund, and a place for categories that are new', () => {
  expect(bandShares({ insurance: euros(-6240), ferry: euros(900) })).toEqual([{ band: 'other', minor: 900 }]);
});
