import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import { withFailure, withMore, type LoadedEntries } from './loaded-entries';

const entries = (ids: string) => [...ids].map((id) => ({ id }) as TimelineItem);
const loaded = (asked: string, ids: string, nextCursor: string): LoadedEntries => ({
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
