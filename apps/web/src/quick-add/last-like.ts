import type { TimelineItem } from '@/api/schema.gen';
import type { Draft } from './draft';

type Known = Pick<TimelineItem, 'id' | 'type' | 'date' | 'data'>;

/** The latest entry before a draft that is as it is: of its type, of the category that it names, of work that it names too. */
export function lastLike<Entry extends Known>(
  entries: readonly Entry[],
  { type, date, data }: Pick<Draft, 'type' | 'date' | 'data'>,
): Entry | undefined {
  const work = workIn(data);
  return entries.find(
    (entry) =>
      entry.type === type &&
      entry.date <= date &&
      ['category', 'kind'].every((key) => !data[key] || data[key] === entry.data[key]) &&
      (work.length === 0 || workIn(entry.data).some((kind) => work.includes(kind))),
  );
}

function workIn({ items }: Draft['data']): string[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap(({ kind }: { kind?: unknown }) => (typeof kind === 'string' && kind ? [kind] : []));
}
