import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import type { Month } from './shown-month';
import { mergePages, monthSections, timelineRows } from './timeline-rows';

const entry = (id: string, date: string) => ({ id, date }) as TimelineItem;
const november = {
  month: '2026-11',
  events: 2,
  distanceM: 668_000,
  costs: [],
  planned: false,
  distanceComplete: true,
} satisfies Month;
const items = [entry('c', '2026-11-19'), entry('b', '2026-11-19'), entry('a', '2026-10-31')];

it('puts a header before the entries of each month, with the month’s sums where they are known', () => {
  expect(timelineRows(items, [november]).map(({ key }) => key)).toEqual([
    '2026-11',
    'c',
    'b',
    '2026-10',
    'a',
  ]);
  expect(timelineRows(items, [november])[0]).toMatchObject({ kind: 'month', totals: november });
  expect(timelineRows(items, [november])[3]).toMatchObject({ kind: 'month', totals: undefined });
});

it('writes a day once and knows where a month’s line begins and ends', () => {
  const entries = timelineRows(items, []).filter((row) => row.kind === 'entry');
  expect(
    entries.map(({ opensDay, firstOfMonth, lastOfMonth }) => [opensDay, firstOfMonth, lastOfMonth]),
  ).toEqual([
    [true, true, false],
    [false, false, true],
    [true, true, true],
  ]);
});

it('gathers rendered rows into sections again, also when a month is shown from its middle', () => {
  const [header, , ...later] = timelineRows(items, []);
  expect(
    monthSections([header!, ...later]).map(({ month, header: { key }, entries }) => [
      month,
      key,
      entries.length,
    ]),
  ).toEqual([
    ['2026-11', '2026-11', 1],
    ['2026-10', '2026-10', 1],
  ]);
});

it('shows an entry once when a page that was read again overlaps what lies below it', () => {
  const again = [entry('d', '2026-11-20'), ...items.slice(0, 2)];
  expect(mergePages(again, items.slice(1)).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
});
