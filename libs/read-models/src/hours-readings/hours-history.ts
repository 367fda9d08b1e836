/** What an hours meter showed. Void hours are shown and ignored by every calculation. */
export interface HistoricHours {
  readonly eventId: string;
  readonly date: string;
  readonly occurredAt: string;
  /** False when `occurredAt` is only a place in the order of the day. */
  readonly timeKnown: boolean;
  /** As typed, to the minute. */
  readonly hours: number;
  readonly minutes: number;
  /** Minutes as if one meter had counted from the first reading on; of a void one, null. */
  readonly trueMin: number | null;
  readonly void: boolean;
}

/** Hours newest first. `current` are those in force: see `readingInForce`. */
export interface HoursHistory {
  readonly readings: readonly HistoricHours[];
  readonly current: HistoricHours | null;
}

/** To a hundredth: a meter is kept to the minute. */
export function hoursOfMinutes(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
