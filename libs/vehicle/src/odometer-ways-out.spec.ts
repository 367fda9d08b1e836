import { expect, it } from 'vitest';
import { waysOut, type Neighbours, type TakenOn } from './odometer-ways-out.js';

const km = (value: number) => ({ value, unit: 'km' }) as const;
const between = (previous: number | null, next: number | null): Neighbours => ({
  previous: previous === null ? null : { eventId: 'before', date: '2026-03-01', odometerM: previous * 1000 },
  next: next === null ? null : { eventId: 'after', date: '2026-03-10', odometerM: next * 1000 },
});

it('always offers to correct the reading in the way, to void this one, and to say that the odometer was replaced', () => {
  expect(waysOut(km(500), between(84_210, null))).toEqual([
    { kind: 'correct-neighbour', eventId: 'before' },
    { kind: 'void' },
    { kind: 'replacement', oldFinal: km(84_210) },
  ]);
  expect(waysOut(km(90_000), between(84_210, 85_000))[0]).toEqual({
    kind: 'correct-neighbour',
    eventId: 'after',
  });
});

it('offers a replacement behind a reading that a later one is in the way of', () => {
  const way = (taken?: TakenOn) => waysOut(km(90_000), between(84_210, 85_000), taken).at(-1);
  const numbers = { kind: 'replacement', oldFinal: km(90_000), newFirst: km(85_000) };
  expect(way({ untimedOn: '2026-03-05' })).toEqual(numbers);
  expect(way({ at: '2026-03-05T10:00:00.000Z' })).toEqual({
    ...numbers,
    occurredAt: '2026-03-05T10:00:00.001Z',
  });
});

it('offers the converted value when miles were typed as kilometres', () => {
  expect(waysOut(km(52_400), between(84_210, 84_900))[0]).toEqual({
    kind: 'unit-mix-up',
    odometer: km(84_330),
  });
});

it('offers the converted value when kilometres were typed as miles', () => {
  const reading = { value: 84_330, unit: 'mi' } as const;
  expect(waysOut(reading, between(84_210, 84_900))[0]).toEqual({
    kind: 'unit-mix-up',
    odometer: { value: 52_400, unit: 'mi' },
  });
});

it('does not offer a converted value that does not fit either, or that is far from every neighbour', () => {
  const kinds = (...given: Parameters<typeof waysOut>) => waysOut(...given).map(({ kind }) => kind);
  expect(kinds(km(52_400), between(84_210, 84_300))).not.toContain('unit-mix-up');
  expect(kinds(km(80_000), between(84_210, null))).not.toContain('unit-mix-up');
});

it('offers swapped digits when exactly one swap fits between both neighbours', () => {
  expect(waysOut(km(61_843), between(61_204, 61_528))[0]).toEqual({
    kind: 'digits-swapped',
    odometer: km(61_483),
  });
  expect(waysOut(km(61_843), between(61_204, null)).map(({ kind }) => kind)).not.toContain('digits-swapped');
});

it('offers a tenth of the reading when that fits between both neighbours', () => {
  expect(waysOut(km(756_910), between(75_360, 76_204))[0]).toEqual({ kind: 'tenths', odometer: km(75_691) });
  expect(waysOut(km(756_913), between(75_360, 76_204))[0]).toEqual({
    kind: 'tenths',
    odometer: km(75_691.3),
  });
  expect(waysOut(km(756_910), between(75_360, null)).map(({ kind }) => kind)).not.toContain('tenths');
});

it('offers the reading without a digit when exactly one digit less fits between both neighbours', () => {
  expect(waysOut(km(844_210), between(84_205, 84_300))[0]).toEqual({
    kind: 'digit-too-many',
    odometer: km(84_210),
  });
  expect(waysOut(km(844_210), between(44_000, 84_300)).map(({ kind }) => kind)).not.toContain(
    'digit-too-many',
  );
});

it('asks for the time where a reading without one is in the way of another of its day', () => {
  const ways = (day: string | undefined) =>
    waysOut(km(1400), between(1500, null), day === undefined ? undefined : { untimedOn: day }).map(
      ({ kind }) => kind,
    );
  expect(ways('2026-03-01')).toEqual(['say-when', 'correct-neighbour', 'void', 'replacement']);
  expect(ways('2026-03-02')).not.toContain('say-when');
  expect(ways(undefined)).not.toContain('say-when');
});
