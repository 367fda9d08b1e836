import { expect, it } from 'vitest';
import { hoursJumps, type HoursReading } from './hours-jump.js';

const at = (date: string, hours: number): HoursReading => ({
  eventId: `${date} ${hours}`,
  date,
  occurredAt: `${date}T11:00:00.000Z`,
  minutes: hours * 60,
});
const hoursJump = (reading: HoursReading, others: readonly HoursReading[]) =>
  hoursJumps([reading], others).get(reading.eventId);
const known = [at('2026-03-20', 130), at('2026-03-01', 100), at('2026-03-10', 120)];

it('finds nothing odd in a reading that time allows, an equal one, or the first', () => {
  expect(hoursJump(at('2026-03-21', 178), known)).toEqual([]);
  expect(hoursJump(at('2026-03-15', 120), known)).toEqual([]);
  expect(hoursJump(at('2026-02-01', 9000), known)).toEqual([]);
  expect(hoursJump(at('2026-03-15', 9000), [])).toEqual([]);
});

it('names a meter that ran faster than time', () => {
  expect(hoursJump(at('2026-03-21', 1300), known)).toEqual([
    {
      code: 'hours-jump',
      detail: '1170 h since 2026-03-20 are more than have passed: is a digit too many?',
    },
  ]);
});

it('holds a replaced meter to what the old one showed last', () => {
  const replaced = { ...at('2026-03-21', 0), replacedMin: 140 * 60 };
  expect(hoursJump(replaced, known)).toEqual([]);
  expect(hoursJump({ ...replaced, replacedMin: 1400 * 60 }, known)).toMatchObject([{ code: 'hours-jump' }]);
  expect(hoursJump(at('2026-03-22', 20), [...known, replaced])).toEqual([]);
});

it('holds those that came together to each other, in whatever order, and none to one of the same moment', () => {
  const came = [at('2026-04-02', 1000), at('2026-04-01', 140), at('2026-04-01', 141)];
  const told = [...hoursJumps(came, known)].map(([id, warnings]) => [id, warnings.length]);
  expect(new Map(told as never)).toEqual(
    new Map([
      ['2026-04-01 140', 0],
      ['2026-04-01 141', 0],
      ['2026-04-02 1000', 1],
    ]),
  );
  expect(hoursJumps(came, known).get('2026-04-02 1000')?.[0]?.detail).toContain('since 2026-04-01');
});

it('looks at each of thousands a few times, not at all of them for each', () => {
  let looks = 0;
  const counted = (day: number): HoursReading => {
    const reading = at(new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10), day);
    const { date } = reading;
    return Object.defineProperty({ ...reading }, 'date', { get: () => ((looks += 1), date) });
  };
  const many = 2000;
  hoursJumps(
    Array.from({ length: many }, (_, at) => counted(2 * at)),
    Array.from({ length: many }, (_, at) => counted(2 * at + 1)),
  );
  expect(looks / (2 * many)).toBeLessThan(100);
});
