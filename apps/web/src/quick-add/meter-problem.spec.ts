import { expect, it } from 'vitest';
import { beyond, outOfOrderOf, problemScale } from './meter-problem';

const km = (value: number) => ({ value, unit: 'km' }) as const;
const neighbour = (value: number) => ({ eventId: `e${value}`, date: '2026-10-25', reading: km(value) });
const [previous, next] = [neighbour(61_204), neighbour(61_528)];

it('draws a reading that is too high to the right of both neighbours', () => {
  const scale = problemScale({ reading: km(61_843), previous, next });
  expect(scale.past).toBe('next');
  expect(scale.previous).toBeLessThan(scale.next!);
  expect(scale.reading).toBeGreaterThan(scale.next!);
  expect(scale.allowed).toEqual({ from: scale.previous, to: scale.next });
  expect(beyond({ reading: km(61_843), previous, next })).toBe(315_000);
});

it('leaves the rule open towards the side without a neighbour', () => {
  const scale = problemScale({ reading: km(61_000), previous, next: null });
  expect(scale).toMatchObject({ past: 'previous', next: null, allowed: { to: 312 } });
  expect(scale.reading).toBeLessThan(scale.previous!);
});

it('compares miles with kilometres', () => {
  expect(problemScale({ reading: { value: 61_400, unit: 'mi' }, previous, next }).past).toBe('next');
});

it('tells what the API answered of an odometer, and leaves out ways that it does not know', () => {
  const neighbour = { eventId: 'e1', date: '2026-10-25', odometer: km(61_528) };
  const waysOut = [
    { kind: 'digits-swapped', odometer: km(61_483) },
    { kind: 'say-when', eventId: 'e1' },
    { kind: 'correct-neighbour', eventId: 'e1' },
    { kind: 'of-tomorrow' },
    { kind: 'replacement', oldFinal: km(61_528) },
  ];
  const body = { code: 'odometer-out-of-order', title: '', status: 409, previous: null, waysOut };
  expect(outOfOrderOf({ ...body, reading: km(61_843), next: neighbour })).toEqual({
    meter: 'odometer',
    reading: km(61_843),
    previous: null,
    next: { eventId: 'e1', date: '2026-10-25', reading: km(61_528) },
    waysOut: [
      { kind: 'digits-swapped', reading: km(61_483) },
      { kind: 'say-when', eventId: 'e1' },
      { kind: 'correct-neighbour', eventId: 'e1' },
      { kind: 'replacement', oldFinal: km(61_528) },
    ],
  });
});

it('tells an hours meter by the same words as an odometer', () => {
  const neighbours = {
    previous: { eventId: 'e1', date: '2026-03-01', hours: 1200 },
    next: { eventId: 'e2', date: '2026-03-20', hours: 1210 },
  };
  const waysOut = [
    { kind: 'tenths', hours: 1204.5 },
    { kind: 'void' },
    { kind: 'replacement', oldFinalHours: 1200 },
  ];
  const body = { code: 'hours-out-of-order', title: '', status: 409, ...neighbours, waysOut };
  const problem = outOfOrderOf({ ...body, reading: { hours: 12_045 } })!;
  expect(problem).toMatchObject({
    meter: 'hours',
    reading: { value: 12_045, unit: 'h' },
    next: { eventId: 'e2', reading: { value: 1210, unit: 'h' } },
    waysOut: [
      { kind: 'tenths', reading: { value: 1204.5, unit: 'h' } },
      { kind: 'void' },
      { kind: 'replacement', oldFinal: { value: 1200, unit: 'h' } },
    ],
  });
  expect(beyond(problem)).toBe(10_835);
  expect(outOfOrderOf({ ...body, reading: null })).toBeUndefined();
});
