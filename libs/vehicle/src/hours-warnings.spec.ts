import { expect, it } from 'vitest';
import { hoursWarnings, type HoursReading } from './hours-warnings.js';

const at = (date: string, hours: number): HoursReading => ({
  eventId: `${date} ${hours}`,
  date,
  occurredAt: `${date}T11:00:00.000Z`,
  minutes: hours * 60,
});
const known = [at('2026-03-20', 130), at('2026-03-01', 100), at('2026-03-10', 120)];
const codes = (reading: HoursReading, others = known) =>
  hoursWarnings(reading, others).map(({ code }) => code);

it('finds nothing odd in a reading between its neighbours, an equal one, or the first', () => {
  expect(codes(at('2026-03-15', 125))).toEqual([]);
  expect(codes(at('2026-03-15', 120))).toEqual([]);
  expect(codes(at('2026-02-01', 90))).toEqual([]);
  expect(codes(at('2026-03-15', 125), [])).toEqual([]);
});

it('names the neighbour that a reading contradicts, whatever the newest one shows', () => {
  expect(hoursWarnings(at('2026-03-15', 110), known)).toEqual([
    {
      code: 'hours-out-of-order',
      detail: '110 h does not fit: the meter showed already 120 h on 2026-03-10',
    },
  ]);
  expect(hoursWarnings(at('2026-03-15', 131.5), known)).toEqual([
    { code: 'hours-out-of-order', detail: '131.5 h does not fit: the meter showed only 130 h on 2026-03-20' },
  ]);
});

it('names a meter that ran faster than time', () => {
  expect(codes(at('2026-03-21', 178))).toEqual([]);
  expect(codes(at('2026-03-21', 1300))).toEqual(['hours-jump']);
});
