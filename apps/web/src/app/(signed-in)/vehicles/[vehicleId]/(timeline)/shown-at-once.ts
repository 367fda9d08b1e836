import type { TimelineItem } from '@/api/schema.gen';

type NamedFile = NonNullable<TimelineItem['files']>[number];

/** What a browser draws. A phone's HEIC is named instead. */
const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** A larger photo is fetched only by whoever opens its entry: a list is scrolled through at the roadside. */
const mostBytes = 1_500_000;

/** Whether a row shows a file, rather than names it. */
export const isShownAtOnce = ({ mediaType, bytes }: NamedFile): boolean =>
  drawn.includes(mediaType) && bytes <= mostBytes;
