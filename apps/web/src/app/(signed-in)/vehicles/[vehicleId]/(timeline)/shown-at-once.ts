import type { TimelineItem } from '@/api/schema.gen';
import { isDrawn } from '@/ui/is-drawn';

type NamedFile = NonNullable<TimelineItem['files']>[number];

/** A larger photo is fetched only by whoever opens its entry: a list is scrolled through at the roadside. */
const mostBytes = 1_500_000;

/** Whether a row shows a file, rather than names it. */
export const isShownAtOnce = ({ mediaType, bytes }: NamedFile): boolean =>
  isDrawn(mediaType) && bytes <= mostBytes;
