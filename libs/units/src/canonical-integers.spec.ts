import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceFromM, distanceM, energyWh, volumeFromMl, volumeMl } from './canonical-integers.js';

it('counts metres, millilitres and watt-hours exactly', () => {
  expect(distanceM({ value: 84210, unit: 'km' })).toBe(84_210_000);
  expect(distanceM({ value: 1, unit: 'mi' })).toBe(1609);
  expect(distanceM({ value: 52_325.5, unit: 'mi' })).toBe(84_209_729);
  expect(volumeMl({ value: 1, unit: 'gal-us' })).toBe(3785);
  expect(volumeMl({ value: 1, unit: 'gal-uk' })).toBe(4546);
  expect(volumeMl({ value: 28.16, unit: 'L' })).toBe(28_160);
  expect(energyWh({ value: 51.4, unit: 'kWh' })).toBe(51_400);
});

it('does not let a binary fraction move a half: 0.5005 km is 501 m', () => {
  expect(0.5005 * 1000).toBeLessThan(500.5);
  expect(distanceM({ value: 0.5005, unit: 'km' })).toBe(501);
});

it('gives back what was typed with up to three decimals, in each unit', () => {
  const typed = fc.integer({ min: 0, max: 2_000_000_000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(typed, fc.constantFrom('km', 'mi'), (value, unit) => {
      expect(Math.abs(distanceFromM(distanceM({ value, unit }), unit) - value)).toBeLessThanOrEqual(0.0006);
    }),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom('L', 'gal-us', 'gal-uk'), (value, unit) => {
      expect(Math.abs(volumeFromMl(volumeMl({ value, unit }), unit) - value)).toBeLessThanOrEqual(0.0006);
    }),
  );
});

it('keeps the order of readings', () => {
  const reading = fc.double({ min: 0, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(reading, reading, (a, b) => {
      const [low, high] = a <= b ? [a, b] : [b, a];
      expect(distanceM({ value: low, unit: 'mi' })).toBeLessThanOrEqual(
        distanceM({ value: high, unit: 'mi' }),
      );
    }),
  );
});
