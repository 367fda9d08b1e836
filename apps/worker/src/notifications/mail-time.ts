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
  /** Whether something that waits belonged into the last weekly digest: see `lastWeeklyDigest`. */
  readonly missedDigest: boolean;
}

/**
 * Whether a message may go out at a local moment. It is asked again and again instead of reckoned ahead, so that a change of
 * the clocks, of the zone or of the preferences has its effect at once. A weekly digest that missed its Monday, as while the worker
 * was down, goes out as soon as it may.
 */
export function mayMailAt(
  preferences: MailPreferences,
  { date, minute }: LocalMoment,
  { lastMailOn, missedDigest }: Mailed,
): boolean {
  const { digest, quietFromMin, quietUntilMin } = preferences;
  if (liesBetween(minute, quietFromMin, quietUntilMin)) return false;
  if (digest === 'none') return true;
  const isDueNow = minute >= digestMinute(preferences) && (digest === 'daily' || isMonday(date));
  if (isDueNow) return lastMailOn !== date;
  return digest === 'weekly' && missedDigest;
}

/** When the last weekly digest was to go out before the one of today. */
export function lastWeeklyDigest(preferences: MailPreferences, { date }: LocalMoment): LocalMoment {
  return { date: lastMondayBefore(date), minute: digestMinute(preferences) };
}

/** A digest that was wished for in quiet hours goes out at their end. */
function digestMinute({ digestAtMin, quietFromMin, quietUntilMin }: MailPreferences): number {
  return liesBetween(digestAtMin, quietFromMin, quietUntilMin) ? (quietUntilMin ?? digestAtMin) : digestAtMin;
}

function liesBetween(minute: number, from: number | null, until: number | null): boolean {
  if (from === null || until === null) return false;
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
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
