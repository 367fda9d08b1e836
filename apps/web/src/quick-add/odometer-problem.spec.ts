import { expect, it } from 'vitest';
import { beyondM, problemScale } from './odometer-problem';

const km = (value: number) => ({ value, unit: 'km' }) as const;
const neighbour = (value: number) => ({ eventId: `e${value}`, date: '2026-10-25', odometer: km(value) });
const [previous, next] = [neighbour(61_204), neighbour(61_528)];

it('draws a reading that is too high to the right of both neighbours', () => {
  const scale = problemScale({ reading: km(61_843), previous, next });
  expect(scale.past).toBe('next');
  expect(scale.previous).toBeLessThan(scale.next!);
  expect(scale.reading).toBeGreaterThan(scale.next!);
  expect(scale.allowed).toEqual({ from: scale.previous, to: scale.next });
  expect(beyondM({ reading: km(61_843), previous, next })).toBe(315_000);
});

it('leaves the rule open towards the side without a neighbour', () => {
  const scale = problemScale({ reading: km(61_000), previous, next: null });
  expect(scale).toMatchObject({ past: 'previous', next: null, allowed: { to: 312 } });
  expect(scale.reading).toBeLessThan(scale.previous!);
});

it('compares miles with kilometres', () => {
  expect(problemScale({ reading: { value: 61_400, unit: 'mi' }, previous, next }).past).toBe('next');
});
