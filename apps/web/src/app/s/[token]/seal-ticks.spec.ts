import { expect, test } from 'vitest';
import { sealTicks } from './seal-ticks.js';

const month = (name: string, events: number, corrected = 0) => ({ month: name, events, corrected });

test('a tick stands for every month, the empty ones too, over the turn of a year', () => {
  const { ticks } = sealTicks([month('2025-11', 2), month('2026-02', 1, 1)]);
  expect(ticks.map(({ month: name, kind }) => [name, kind])).toEqual([
    ['2025-11', 'events'],
    ['2025-12', 'empty'],
    ['2026-01', 'empty'],
    ['2026-02', 'corrected'],
  ]);
});

test('the month with the most entries has the longest tick', () => {
  const lengths = sealTicks([month('2026-01', 1), month('2026-02', 8), month('2026-03', 4)]).ticks.map(
    ({ d }) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = d.slice(1).split(/[ L]/).map(Number);
      return Math.round(Math.hypot(x2 - x1, y2 - y1));
    },
  );
  expect(lengths).toEqual([8, 26, 16]);
});

test('at most five years are written at the ring', () => {
  const months = Array.from({ length: 20 }, (_, at) => month(`${2005 + at}-01`, 1));
  expect(sealTicks(months).years.map(({ year }) => year)).toEqual(['2005', '2009', '2013', '2017', '2021']);
});

test('a history without entries has a bare ring', () => {
  expect(sealTicks([])).toEqual({ ticks: [], years: [] });
});
