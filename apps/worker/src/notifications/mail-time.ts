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

/**
 * Whether a message may go out at a local moment. It is asked again and again instead of reckoned ahead, so that a change of
 * the clocks, of the zone or of the preferences has its effect at once.
 * @param lastMailOn local date of the last message, YYYY-MM-DD
 */
export function mayMailAt(
  { digest, digestAtMin, quietFromMin, quietUntilMin }: MailPreferences,
  { date, minute }: LocalMoment,
  lastMailOn: string | null,
): boolean {
  const isQuiet = (at: number) => liesBetween(at, quietFromMin, quietUntilMin);
  if (isQuiet(minute)) return false;
  if (digest === 'none') return true;
  // a digest that was wished for in quiet hours goes out at their end
  const fromMin = isQuiet(digestAtMin) ? (quietUntilMin ?? digestAtMin) : digestAtMin;
  if (minute < fromMin || lastMailOn === date) return false;
  return digest === 'daily' || isMonday(date);
}

function liesBetween(minute: number, from: number | null, until: number | null): boolean {
  if (from === null || until === null) return false;
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

function isMonday(date: string): boolean {
  return new Date(date).getUTCDay() === 1;
}
