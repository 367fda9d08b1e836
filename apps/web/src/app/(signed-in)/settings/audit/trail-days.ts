import type { AuditEntry } from '@/api/schema.gen';

/** Entries of one day, as the viewer's clock and calendar have it. */
export interface TrailDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly entries: readonly AuditEntry[];
}

/** Entries come newest first, and so do the days. */
export function trailDays(entries: readonly AuditEntry[], timeZone: string): TrailDay[] {
  // Swedish writes dates as ISO 8601 does
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const days = Map.groupBy(entries, ({ recordedAt }) => dates.format(new Date(recordedAt)));
  return [...days].map(([date, ofDay]) => ({ date, entries: ofDay }));
}
