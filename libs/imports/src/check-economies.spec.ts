import type { Fill } from '@odolog/vehicle';
import { expect, it } from 'vitest';
import { Cells } from './cells.js';
import { checkEconomies, type ToldFill } from './check-economies.js';
import { toldEconomy } from './told-economy.js';

const lPer100Km = (value: number) => ({ value, unit: 'lPer100Km' }) as const;

/** A fill of some litres at a reading in km, and what the tracker says it took. */
function told(
  row: number,
  km: number | null,
  litres: number,
  tells: Partial<Fill> & { l?: number } = {},
): ToldFill {
  const { l, ...fill } = tells;
  return {
    row,
    told: l === undefined ? undefined : lPer100Km(l),
    fill: {
      ...{ eventId: `${row}`, date: '2026-01-01', occurredAt: '2026-01-01T11:00:00Z', sequence: row },
      ...{ kind: 'petrol', volumeMl: litres * 1000, fill: 'full', missedPrevious: false },
      odometerM: km === null ? null : km * 1000,
      ...fill,
    },
  };
}

it('says nothing of a file that tells no economy', () => {
  expect(checkEconomies([told(1, 1000, 40), told(2, 1500, 30)])).toBeNull();
});

it('takes for equal what differs by what was rounded away', () => {
  const fills = [told(1, 1000, 40), told(2, 1600, 40, { l: 6.67 }), told(3, 2000, 20, { l: 5.02 })];
  expect(checkEconomies(fills)).toEqual({
    counts: 2,
    equal: 1,
    differing: [{ row: 3, ...lPer100Km(5.02), ours: 5, reason: 'other' }],
  });
});

it('takes as many decimals for told as the longest figure of the file has', () => {
  const rough = [told(1, 1000, 40), told(2, 1600, 40, { l: 6.7 })];
  expect(checkEconomies(rough)).toMatchObject({ counts: 1, equal: 1 });
  const fine = [...rough, told(3, 2000, 20, { l: 4.99 }), told(4, 2600, 40, { l: 6.67 })];
  expect(checkEconomies(fine)).toMatchObject({ counts: 3, equal: 1, differing: [{ row: 2 }, { row: 3 }] });
});

it('lets a figure differ by what was rounded away from its volumes', () => {
  // 339 km with 14.241 L are 23.8045 km/L: the tracker, which keeps gallons, says 23.81
  const anchor = told(1, 68_194, 14.771);
  const fill = { ...told(2, 68_533, 14.241), told: { value: 23.81, unit: 'kmPerL' as const } };
  const differing = (...fills: ToldFill[]) => checkEconomies(fills)?.differing.map(({ row }) => row);
  expect(differing(anchor, { ...fill, volume: 14.241 })).toEqual([]);
  expect(differing(anchor, fill)).toEqual([2]);
  const told2382 = { ...fill, told: { value: 23.82, unit: 'kmPerL' as const } };
  expect(differing(anchor, { ...told2382, volume: 14.241 })).toEqual([2]);
});

it.each([
  ['given to a partial fill', 'partial', told(2, 1200, 10, { fill: 'partial', l: 5 })],
  ['given to a fill without a reading', 'no-reading', told(2, null, 10, { l: 5 })],
  [
    'of a stretch in which a fill is missing',
    'missed-fill',
    told(2, 1500, 30, { missedPrevious: true, l: 6 }),
  ],
  ['at a reading that is that of before', 'no-anchor', told(2, 1000, 30, { l: 6 })],
] as const)("says why a figure is nobody's to know: %s", (_name, reason, fill) => {
  expect(checkEconomies([told(1, 1000, 40), fill])?.differing).toMatchObject([{ ours: null, reason }]);
});

it('reads miles by the gallon that the file counts in, and nothing where that is open', () => {
  expect(toldEconomy(new Cells({ mpg: '44.1' }), 'mpgUk')).toEqual({ value: 44.1, unit: 'mpgUk' });
  expect(toldEconomy(new Cells({ mpg: '44.1' }), undefined)).toBeUndefined();
  expect(toldEconomy(new Cells({ 'l/100km': '0.0' }), undefined)).toBeUndefined();
  expect(toldEconomy(new Cells({ 'km/l': 'n/a' }), undefined)).toBeUndefined();
});
