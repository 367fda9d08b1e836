import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import { hasMore, withFailure, withMore, type LoadedEntries } from './loaded-entries';

const entries = (ids: string) => [...ids].map((id) => ({ id }) as TimelineItem);
const loaded = (asked: string, ids: string, nextCursor: string | null): LoadedEntries => ({
  asked,
  items: entries(ids),
  nextCursor,
  failed: false,
});
const ids = ({ items }: LoadedEntries) => items.map(({ id }) => id).join('');
const page = { items: entries('cd'), nextCursor: 'd' };

it('goes on where the list ends', () => {
  const known = loaded('all', 'ab', 'b');
  const more = withMore(known, known, page);
  expect([ids(more), more.nextCursor]).toEqual(['abcd', 'd']);
});

it('drops what was read on from where the list ended before it was read again', () => {
  const again = loaded('all', 'abc', 'c');
  expect(withMore(again, loaded('all', 'ab', 'b'), page)).toBe(again);
});

it('drops what was read with other filters, and that it failed', () => {
  const filtered = loaded('fuel', '', 'b');
  expect(withMore(filtered, loaded('all', '', 'b'), page)).toBe(filtered);
  expect(withFailure(filtered, loaded('all', '', 'b'))).toBe(filtered);
});

it('has failed until more is there', () => {
  const failed = withFailure(loaded('all', 'ab', 'b'), { asked: 'all', nextCursor: 'b' });
  expect(failed.failed).toBe(true);
  expect(withMore(failed, failed, page).failed).toBe(false);
});

it('begins where nothing is below it, unless that is of before and being read again', () => {
  const whole = loaded('all', 'ab', null);
  expect(hasMore(whole)).toBe(false);
  expect(hasMore({ ...whole, outdated: true })).toBe(true);
  expect(hasMore(loaded('all', 'ab', 'b'))).toBe(true);
});
