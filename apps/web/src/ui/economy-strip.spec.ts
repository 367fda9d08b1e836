import { expect, it } from 'vitest';
import { comparison, stripPosition } from './economy-strip';

it('calls three percent either way usual, and says beyond that how much more or less fuel it was', () => {
  expect(comparison(-2.9)).toEqual({ tendency: 'same', percent: 3 });
  expect(comparison(7.2)).toEqual({ tendency: 'more', percent: 7 });
  expect(comparison(-5)).toEqual({ tendency: 'less', percent: 5 });
  expect(comparison(undefined)).toEqual({ tendency: 'same', percent: null });
});

it('keeps the dot on the strip, and in its middle while there is no range', () => {
  const range = { min: 4, max: 5 };
  expect([4, 4.5, 5, 9].map((value) => stripPosition(range, value))).toEqual([3, 32, 61, 61]);
  expect(stripPosition({ min: 4, max: 4 }, 4)).toBe(32);
});
