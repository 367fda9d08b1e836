import { canonicalJson } from '@odolog/event-store';
import { createHash } from 'node:crypto';
import { notOfThisList } from './cursor.js';

/** The list that an address asks for. */
interface List {
  readonly operation: string;
  readonly params: unknown;
  readonly query: Readonly<Record<string, unknown>>;
}

/** What says from where on, how much or how fresh, and not which list. */
const besideTheList = ['cursor', 'limit', 'after', 'minPosition', 'min-position'];
const markLength = 8;

/**
 * A cursor says where in a list the next page begins, and carries a mark of the list: in another one, or by other filters, it would
 * begin anywhere. Not a seal: whoever forges one reads what they may read anyway.
 */
export function bindCursor(answer: unknown, list: List): unknown {
  const { nextCursor } = (answer ?? {}) as { readonly nextCursor?: unknown };
  return typeof nextCursor === 'string'
    ? { ...(answer as object), nextCursor: nextCursor + markOf(list) }
    : answer;
}

/** The cursor of a query as its list gave it out. @throws Problem `validation-failed` for one of another list */
export function unboundCursor(list: List): List['query'] {
  const { cursor } = list.query;
  if (typeof cursor !== 'string') return list.query;
  if (!cursor.endsWith(markOf(list))) throw notOfThisList();
  return { ...list.query, cursor: cursor.slice(0, -markLength) };
}

function markOf({ operation, params, query }: List): string {
  const filters = Object.fromEntries(Object.entries(query).filter(([name]) => !besideTheList.includes(name)));
  const list = canonicalJson({ operation, params, filters });
  return createHash('sha256').update(list).digest('base64url').slice(0, markLength);
}
