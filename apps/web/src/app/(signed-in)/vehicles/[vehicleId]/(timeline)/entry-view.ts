import type { TimelineItem } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import type { MarkState } from '@/ui/mark';

/** The fullness that an entry's data tells, whatever its type. */
export function fillOf({ data }: Pick<TimelineItem, 'data'>): 'full' | 'partial' | 'missed' | null {
  if (data.missedPrevious === true) return 'missed';
  return data.fill === 'full' || data.fill === 'partial' ? data.fill : null;
}

/** An entry that is a reading and nothing else. */
export function isReading({ odometer, data }: Pick<TimelineItem, 'odometer' | 'data'>): boolean {
  return odometer !== null && Object.keys(data).every((key) => key === 'reason');
}

/** A reading that counts nowhere. A fill-up whose odometer is void is still a fill-up. */
export function isVoidReading(item: Pick<TimelineItem, 'odometer' | 'data'>): boolean {
  return item.odometer?.void === true && isReading(item);
}

export function markStateOf(item: TimelineItem): MarkState {
  return isVoidReading(item) ? 'void' : (fillOf(item) ?? 'plain');
}

/** The fact in a few words: the summary without what the row says elsewhere, the place, a limit, and that a fill was partial. */
export function factOf(
  item: Pick<TimelineItem, 'summary' | 'odometer' | 'data'>,
  format: Pick<ViewerFormat, 'distance'>,
): string {
  if (item.odometer && isReading(item)) return Object.values(format.distance(item.odometer)).join(' ');
  return [placeOf(item.data), limitOf(item), item.data.fill].reduce<string>(
    (words, said) =>
      typeof said === 'string' && words.endsWith(`, ${said}`) ? words.slice(0, -said.length - 2) : words,
    item.summary,
  );
}

/** The one quiet line below the fact: until when it holds, where or by whom, else what somebody wrote. */
export function quietLineOf(
  item: Pick<TimelineItem, 'summary' | 'data' | 'notes'>,
  fact: string,
): string | null {
  const { data, notes } = item;
  const said = [placeOf(data), data.description, data.reason, notes];
  const line = said.find((text) => typeof text === 'string' && text.trim() !== '' && !fact.includes(text));
  const limit = limitOf(item)?.replace(/^./u, (first) => first.toUpperCase());
  return [limit, line].filter(Boolean).join(' · ') || null;
}

/** What the summary says behind a title that somebody gave: by when, until when. */
function limitOf({ summary, data: { title } }: Pick<TimelineItem, 'summary' | 'data'>): string | undefined {
  if (typeof title !== 'string') return undefined;
  // Not where the title stands first: what is said before it may have the same word.
  const titled = `${title}, `;
  const at = summary.indexOf(titled);
  return at === -1 ? undefined : summary.slice(at + titled.length);
}

function placeOf({ station, workshop }: TimelineItem['data']): unknown {
  return station && typeof station === 'object' && 'name' in station ? station.name : workshop;
}
