import type { Recording, TimelineItem } from '@/api/schema.gen';

/** What was sent to record an entry, to send it again or to correct it from. */
export function recordingOf({ type, date, occurredAt, odometer, notes, data }: TimelineItem): Recording {
  return {
    type,
    date,
    data,
    ...(occurredAt && { occurredAt }),
    ...(odometer && { odometer }),
    ...(notes && { notes }),
  };
}
