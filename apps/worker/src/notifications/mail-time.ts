/** How a person wants to be told by mail. Minutes count from local midnight. */
export interface MailPreferences {
  readonly mail: boolean;
  /** `none`: at once, one message for everything that is new. */
  readonly digest: 'none' | 'daily' | 'weekly';
  readonly digestAtMin: number;
  /** Both or neither; may cross midnight. */
  readonly quietFromMin: number | null;
  readonly quietUntilMin: number | null;
}

/** Of whoever has said nothing: at once, but not by night. */
export const usualPreferences: MailPreferences = {
  mail: true,
  digest: 'none',
  digestAtMin: 7 * 60,
  quietFromMin: 22 * 60,
  quietUntilMin: 7 * 60,
};

/** A moment on the wall of a person's home. */
export interface LocalMoment {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly minute: number;
}

/** What a person was told, and what they were not. */
export interface Mailed {
  /** Local date of the last message, YYYY-MM-DD. */
  readonly lastMailOn: string | null;
  /** When the oldest of what they are still to be told was noted. */
  readonly waitingSince: LocalMoment;
}

/**
 * Whether a message may go out at a local moment. It is asked again and again instead of reckoned ahead, so that a change of
 * the clocks, of the zone or of the preferences has its effect at once. A weekly digest that missed its Monday, as while the worker
 * was down, goes out as soon as it may.
 */
export function mayMailAt(
  { digest, digestAtMin, quietFromMin, quietUntilMin }: MailPreferences,
  { date, minute }: LocalMoment,
  { lastMailOn, waitingSince }: Mailed,
): boolean {
  const isQuiet = (at: number) => liesBetween(at, quietFromMin, quietUntilMin);
  if (isQuiet(minute)) return false;
  if (digest === 'none') return true;
  // a digest that was wished for in quiet hours goes out at their end
  const fromMin = isQuiet(digestAtMin) ? (quietUntilMin ?? digestAtMin) : digestAtMin;
  const isDueNow = minute >= fromMin && (digest === 'daily' || isMonday(date));
  if (isDueNow) return lastMailOn !== date;
  return digest === 'weekly' && isBefore(waitingSince, { date: lastMondayBefore(date), minute: fromMin });
}

function liesBetween(minute: number, from: number | null, until: number | null): boolean {
  if (from === null || until === null) return false;
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

function isBefore(a: LocalMoment, b: LocalMoment): boolean {
  return a.date === b.date ? a.minute < b.minute : a.date < b.date;
}

/** A Monday's is that of the week before. */
function lastMondayBefore(date: string): string {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

function isMonday(date: string): boolean {
  return new Date(date).getUTCDay() === 1;
}
