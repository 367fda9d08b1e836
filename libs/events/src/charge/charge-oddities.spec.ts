import { expect, it } from 'vitest';
import { charge } from './charge.js';
import { chargeOddities } from './charge-oddities.js';

const kWh = (value: number) => ({ value, unit: 'kWh' as const });
const plain = {
  added: kWh(38),
  drawn: kWh(42),
  startPercent: 20,
  endPercent: 80,
  startedAt: '2026-11-20T21:00:00Z',
  endedAt: '2026-11-21T01:00:00Z',
};
const day = {
  date: '2026-11-20',
  dayOf: (instant: string) => instant.slice(0, 10),
  batteryWh: null as number | null,
};
const codes = (change: object, on = day) =>
  chargeOddities({ ...plain, ...change }, on).map(({ code }) => code);

it('finds nothing odd in a usual charge, over midnight too', () => {
  expect(codes({})).toEqual([]);
  expect(codes({}, { ...day, date: '2026-11-21' })).toEqual([]);
  expect(charge.oddities?.(charge.example, day)).toEqual([]);
});

it.each([
  ['charge-gains-energy', { drawn: kWh(37.9) }],
  ['charge-beyond-battery', { startPercent: 78 }],
  ['charge-beyond-battery', { startPercent: 80 }],
  ['charge-too-fast', { endedAt: '2026-11-20T21:02:00Z' }],
  ['charge-too-fast', { endedAt: plain.startedAt }],
  ['charge-very-long', { endedAt: '2026-11-30T01:00:00Z' }],
])('names %s', (code, change) => {
  expect(codes(change)).toEqual([code]);
});

it('names more than the battery of the vehicle has room for, within what its maker leaves open', () => {
  const of = (batteryWh: number | null) => ({ ...day, batteryWh });
  expect(codes({}, of(null))).toEqual([]);
  expect(codes({}, of(58_000))).toEqual([]);
  expect(chargeOddities(plain, of(50_000))).toEqual([
    {
      code: 'charge-above-capacity',
      detail: '38 kWh from 20 to 80 % are more than the battery of 50 kWh has room for',
    },
  ]);
  const unsaid = { startPercent: undefined, endPercent: undefined };
  expect(codes(unsaid, of(35_000))).toEqual([]);
  expect(codes(unsaid, of(30_000))).toEqual(['charge-above-capacity']);
});

it('names a day that is neither that of its beginning nor that of its end', () => {
  expect(chargeOddities(plain, { ...day, date: '2026-11-22' })).toEqual([
    {
      code: 'charge-on-another-day',
      detail: 'The charge started on 2026-11-20, but is entered on 2026-11-22',
    },
  ]);
});
