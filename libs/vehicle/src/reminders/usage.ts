import { daysAfter, daysBetween } from './calendar.js';

/** What a meter showed on a day: metres of an odometer, minutes of an hours meter. */
export interface MeterReading {
  readonly date: string;
  readonly value: number;
}

/** Where a meter was last seen, and how fast it runs. */
export interface Usage {
  readonly last: MeterReading;
  /** Average per day between the first and the last valid reading; null when that cannot be told. */
  readonly perDay: number | null;
}

/** A due value as a day of the calendar, so far away that it is no help to name it. */
const furthestDays = 36_525;

/**
 * A meter's usage from its valid readings, oldest first.
 * @returns null without a reading
 */
export function usageOf(readings: readonly MeterReading[]): Usage | null {
  const [first] = readings;
  const last = readings.at(-1);
  if (!first || !last) return null;
  const days = daysBetween(first.date, last.date);
  const perDay = days > 0 ? (last.value - first.value) / days : 0;
  return { last, perDay: perDay > 0 ? perDay : null };
}

/** What the meter shows today, as far as one can tell: the last reading and the usual distance since. */
export function projectedValue({ last, perDay }: Usage, today: string): number {
  return last.value + Math.max(0, daysBetween(last.date, today)) * (perDay ?? 0);
}

/** The day on which the meter will show, or has shown, a value; null without an average. */
export function projectedDate(usage: Usage, value: number, today: string): string | null {
  if (usage.perDay === null) return null;
  const days = Math.ceil((value - projectedValue(usage, today)) / usage.perDay);
  return Math.abs(days) > furthestDays ? null : daysAfter(today, days);
}
