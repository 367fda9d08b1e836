import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unlikelyLast } from './unlikely-last.js';

const read = (km: number, extra = {}) => ({ odometerM: km * 1000, odometer: { ...extra } });
const kmOf = (events: readonly { odometerM: number | null }[]) =>
  events.map(({ odometerM }) => odometerM && odometerM / 1000);

it('leaves ascending readings as they are, equal ones and what has none among them', () => {
  const events = [read(10), { odometerM: null, odometer: null }, read(20), read(20), read(30)];
  expect(unlikelyLast(events)).toEqual(events);
});

it('puts a digit too many last, and a digit too few', () => {
  expect(kmOf(unlikelyLast([10, 20, 300, 40, 50].map((km) => read(km))))).toEqual([10, 20, 40, 50, 300]);
  expect(kmOf(unlikelyLast([10, 20, 3, 40, 50].map((km) => read(km))))).toEqual([10, 20, 40, 50, 3]);
});

it('of two that exclude each other holds the lower one for right', () => {
  expect(kmOf(unlikelyLast([10, 105, 11].map((km) => read(km))))).toEqual([10, 11, 105]);
});

it('minds no void reading', () => {
  const events = [read(10), read(300, { void: true }), read(20)];
  expect(unlikelyLast(events)).toEqual(events);
});

it('loses nothing, and never holds back more than were mistyped', () => {
  const slips = fc.uniqueArray(fc.nat(39), { maxLength: 5 });
  fc.assert(
    fc.property(slips, fc.nat(100_000), (mistyped, wrong) => {
      const events = Array.from({ length: 40 }, (_, at) => read(mistyped.includes(at) ? wrong : at * 100));
      const ordered = unlikelyLast(events);
      expect(new Set(ordered)).toEqual(new Set(events));
      const ascent = kmOf(ordered).findIndex((km, at, all) => at > 0 && km! < all[at - 1]!);
      expect(ascent === -1 ? events.length : ascent).toBeGreaterThanOrEqual(events.length - mistyped.length);
    }),
  );
});
