import type { TimelineItem } from '@/api/schema.gen';
import type { Draft } from './draft';

/** What was sent to record an entry, to send it again or to correct it from. */
export function recordingOf({ type, date, occurredAt, odometer, notes, data }: TimelineItem): Draft {
  return {
    type,
    date,
    data,
    ...(occurredAt && { occurredAt }),
    ...(odometer && { odometer }),
    ...(notes && { notes }),
  };
}
