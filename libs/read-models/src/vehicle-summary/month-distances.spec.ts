import { expect, it } from 'vitest';
import { monthDistances, type ReadMonth } from './month-distances.js';

const readIn = (first: [day: string, km: number], last = first): ReadMonth => ({
  month: first[0].slice(0, 7),
  first: { day: first[0], trueM: first[1] * 1000 },
  last: { day: last[0], trueM: last[1] * 1000 },
});
const km = (months: string[], read: ReadMonth[]) =>
  Object.fromEntries(
    [...monthDistances(months, read)].map(([month, { distanceM }]) => [month, distanceM / 1000]),
  );

it('counts from what was read on the first of the month, however long nothing was read before', () => {
  const read = [readIn(['2026-08-02', 61_504]), readIn(['2026-11-01', 62_761], ['2026-11-14', 63_109])];
  expect(km(['2026-11', '2026-08'], read)).toMatchObject({ '2026-11': 348 });
});

it('spreads what was driven between two readings evenly over the days between them', () => {
  const read = [readIn(['2026-01-22', 1000]), readIn(['2026-02-11', 1200])];
  expect(km(['2026-01', '2026-02'], read)).toEqual({ '2026-01': 100, '2026-02': 100 });
});

it('tells of a month without readings what lies between its neighbours', () => {
  const read = [readIn(['2026-01-31', 1000]), readIn(['2026-03-02', 1300])];
  expect(km(['2026-01', '2026-02', '2026-03'], read)).toEqual({
    '2026-01': 10,
    '2026-02': 280,
    '2026-03': 10,
  });
});

it('knows nothing before the first reading and after the last', () => {
  const read = [readIn(['2026-02-10', 1000], ['2026-02-20', 1500])];
  expect(km(['2026-01', '2026-02', '2026-03'], read)).toEqual({
    '2026-01': 0,
    '2026-02': 500,
    '2026-03': 0,
  });
  expect(km(['2026-01'], [])).toEqual({ '2026-01': 0 });
});

it('adds up to what was driven, over the end of a year too', () => {
  const read = [readIn(['2025-11-07', 0], ['2025-11-23', 311]), readIn(['2026-01-19', 1024])];
  const months = monthDistances(['2025-11', '2025-12', '2026-01'], read);
  expect([...months.values()].reduce((sum, { distanceM }) => sum + distanceM, 0)).toBe(1_024_000);
});

it('knows a month wholly when it was read on or before its first day, and after its end', () => {
  const complete = (month: string, ...read: ReadMonth[]) =>
    monthDistances([month], read).get(month)!.distanceComplete;
  const [before, early, after] = [
    readIn(['2026-01-31', 1000]),
    readIn(['2026-02-03', 1100]),
    readIn(['2026-03-01', 1900]),
  ];
  expect(complete('2026-02', before, early, after)).toBe(true);
  expect(complete('2026-02', before, after)).toBe(true);
  expect(complete('2026-02', readIn(['2026-02-01', 1000]), after)).toBe(true);
  expect(complete('2026-02', before, early)).toBe(false);
  expect(complete('2026-02', before, readIn(['2026-02-28', 1800]))).toBe(false);
  expect(complete('2026-02', early, after)).toBe(false);
  expect(complete('2026-02')).toBe(false);
});
