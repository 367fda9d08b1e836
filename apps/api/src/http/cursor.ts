import { Problem } from '@odolog/problems';
import { validate } from 'uuid';

/** What stands in a cursor of a list that is ordered by id. @throws Problem `validation-failed` */
export function idCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (validate(id)) return id;
  throw notOfThisList();
}

/** Cuts a page out of rows of which one more than the limit was read. */
export function pageBy<Item extends { readonly id: string }>(
  rows: Item[],
  limit: number,
): { items: Item[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: isMore ? Buffer.from(last.id).toString('base64url') : null };
}

/** A page of a list that has to be known as a whole to be in order. @throws Problem `validation-failed` */
export function pageWithin<Item>(
  all: readonly Item[],
  { limit = 50, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): { items: Item[]; nextCursor: string | null } {
  const start = numberCursor(cursor) ?? 0;
  const end = start + limit;
  return { items: all.slice(start, end), nextCursor: end < all.length ? toNumberCursor(end) : null };
}

/** What stands in a cursor of a list that is ordered by numbers. @throws Problem `validation-failed` */
export function numberCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw notOfThisList();
}

export function toNumberCursor(number: number): string {
  return Buffer.from(String(number)).toString('base64url');
}

/** A cursor that was made up, or given by another list. */
export function notOfThisList(): Problem {
  const detail = 'is not a cursor that this list gave';
  return new Problem('validation-failed', {
    errors: [{ pointer: '/query/cursor', code: 'bad-format', detail }],
  });
}
