import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import { guessedHeightPx, rowsAtFirst } from './near-rows';
import { timelineRows } from './timeline-rows';

const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), date: '2026-11-19' }) as TimelineItem);

it('shows the first rows before the window is watched, over a stretch as high as the rest is guessed to be', () => {
  const rows = timelineRows(entries(50), []);
  expect(rowsAtFirst(rows)).toEqual({
    from: 0,
    to: 34,
    abovePx: 0,
    belowPx: (rows.length - 34) * guessedHeightPx.entry,
    top: 0,
  });
});

it('leaves no stretch below a list that is short', () => {
  expect(rowsAtFirst(timelineRows(entries(3), []))).toMatchObject({ from: 0, belowPx: 0 });
});
