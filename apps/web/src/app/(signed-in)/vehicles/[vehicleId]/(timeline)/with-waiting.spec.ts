import { expect, it } from 'vitest';
import { withWaiting } from './with-waiting';

const none = { types: [], q: '', to: undefined, view: {} };
const entry = (id: string, date: string, occurredAt: string | null = null, type = 'fuel') => ({
  id,
  date,
  occurredAt,
  type,
  correctsId: null as string | null,
});
const items = [entry('c', '2026-10-20'), entry('b', '2026-10-10'), entry('a', '2026-10-01')];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

it('puts what waits where it will stand', () => {
  const waiting = [entry('x', '2026-11-21'), entry('y', '2026-10-10', '2026-10-10T15:00:00Z')];
  expect(ids(withWaiting({ items, hasMore: true }, waiting, none))).toBe('xcyba');
});

it('shows once what the server has meanwhile', () => {
  const list = withWaiting({ items, hasMore: true }, [entry('b', '2026-10-10')], none);
  expect(list).toBe(items);
});

it('shows a correction in the place of what it corrects, and hides that where the filter hides the correction', () => {
  const waiting = [{ ...entry('x', '2026-10-15', null, 'note'), correctsId: 'b' }];
  expect(ids(withWaiting({ items, hasMore: true }, waiting, none))).toBe('cxa');
  expect(ids(withWaiting({ items, hasMore: true }, waiting, { ...none, types: ['fuel'] }))).toBe('ca');
});

it('leaves what is older than all that is loaded to where that will be', () => {
  const old = [entry('x', '2020-01-01')];
  expect(ids(withWaiting({ items, hasMore: true }, old, none))).toBe('cba');
  expect(ids(withWaiting({ items, hasMore: false }, old, none))).toBe('cbax');
});

it('shows of a filtered list what the filter lets through, and nothing in a search', () => {
  const waiting = [entry('x', '2026-11-21'), entry('y', '2026-11-21', null, 'note')];
  const shown = (filters: object) =>
    ids(withWaiting({ items, hasMore: true }, waiting, { ...none, ...filters }));
  expect(shown({ types: ['note'] })).toBe('ycba');
  expect(shown({ q: 'shell' })).toBe('cba');
  expect(shown({ to: '2026-10-31' })).toBe('cba');
});
