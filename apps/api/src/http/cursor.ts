import { Problem } from '@odolog/problems';
import { validate } from 'uuid';

/** What stands in a cursor of a list that is ordered by id. @throws Problem `validation-failed` */
export function idCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (validate(id)) return id;
  const detail = 'is not a cursor that this list gave';
  throw new Problem('validation-failed', {
    errors: [{ pointer: '/query/cursor', code: 'bad-format', detail }],
  });
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
