import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import {
  guessedHeightOf,
  guessedHeightPx,
  nearRows,
  rowsAtFirst,
  rowsStillThere,
  shownRows,
} from './near-rows';
import { timelineRows } from './timeline-rows';

const entries = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => ({ id: String(index), date: '2026-11-19', derived: {} }) as TimelineItem,
  );

it('shows the first rows before the window is watched, over a stretch as high as the rest is guessed to be', () => {
  const rows = timelineRows(entries(50), []);
  expect(rowsAtFirst(rows, 20)).toEqual({
    header: 0,
    from: 0,
    to: 20,
    abovePx: 0,
    skippedPx: 0,
    belowPx: (rows.length - 20) * guessedHeightPx.entry,
    top: 0,
  });
});

it('guesses an entry with a figure of economy higher, since the figure stands below it', () => {
  const economy = { segmentStatus: 'closed' } as NonNullable<TimelineItem['derived']['economy']>;
  const [plain, figured] = entries(2);
  const rows = timelineRows([plain!, { ...figured!, derived: { ...figured!.derived, economy } }], []);
  expect(rows.map(guessedHeightOf)).toEqual([
    guessedHeightPx.month,
    guessedHeightPx.entry,
    guessedHeightPx.figure,
  ]);
});

it('guesses an entry with photos higher, and one with papers a little', () => {
  const [shown, named] = entries(2);
  const file = (mediaType: string) => [{ id: 'f', name: 'f', mediaType, bytes: 90_000 }];
  const rows = timelineRows(
    [
      { ...shown!, files: file('image/jpeg') },
      { ...named!, files: file('application/pdf') },
    ],
    [],
  );
  expect(rows.slice(1).map(guessedHeightOf)).toEqual([
    guessedHeightPx.entry + guessedHeightPx.photos,
    guessedHeightPx.entry + guessedHeightPx.papers,
  ]);
});

it('leaves no stretch below a list that is short', () => {
  expect(rowsAtFirst(timelineRows(entries(3), []), 20)).toMatchObject({ from: 0, belowPx: 0 });
});

const listTop = 200;
/** Each row is as high as it is guessed to be. */
function placed(count: number, from: number, to: number) {
  const placeOf = (index: number) => {
    const start =
      index === 0 ? listTop : listTop + guessedHeightPx.month + (index - 1) * guessedHeightPx.entry;
    return { index, start, end: start + (index === 0 ? guessedHeightPx.month : guessedHeightPx.entry) };
  };
  return {
    rendered: Array.from({ length: to - from }, (_, index) => placeOf(from + index)),
    placeOf,
    listTop,
    listHeight: guessedHeightPx.month + count * guessedHeightPx.entry,
    readFrom: placeOf(from + 1).start,
  };
}

it('keeps the beginning of a month of which only the middle is near', () => {
  const rows = timelineRows(entries(50), []);
  const near = nearRows(rows, placed(50, 11, 21));
  expect(near).toEqual({
    header: 0,
    from: 11,
    to: 21,
    abovePx: 0,
    skippedPx: 10 * guessedHeightPx.entry,
    belowPx: 30 * guessedHeightPx.entry,
    top: 12,
  });
  const shown = shownRows(rows, near);
  expect(shown.rows.map(({ key }) => key).slice(0, 3)).toEqual(['2026-11', '10', '11']);
  expect([shown.indexOf.get('2026-11'), shown.indexOf.get('10')]).toEqual([0, 11]);
});

it('begins at the first rows of a shorter list that takes the place of one that was scrolled through', () => {
  const near = { header: 30, from: 33, to: 45, abovePx: 2000, skippedPx: 120, belowPx: 400, top: 35 };
  const few = timelineRows(entries(3), []);
  expect(rowsStillThere(few, near, 20)).toEqual(rowsAtFirst(few, 20));
  const many = timelineRows(entries(50), []);
  expect(rowsStillThere(many, near, 20)).toBe(near);
});

it('shows nothing of a list whose rows are all far away', () => {
  const rows = timelineRows(entries(3), []);
  expect(nearRows(rows, { ...placed(3, 0, 2), rendered: [] })).toMatchObject({
    from: 0,
    to: 0,
    belowPx: guessedHeightPx.month + 3 * guessedHeightPx.entry,
  });
});
