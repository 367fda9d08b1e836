import { dayNumber } from '@/charts/days';

export interface DatedReading {
  readonly date: string;
  readonly odometerM: number;
}

export interface Projection {
  readonly fromDay: number;
  readonly fromM: number;
  readonly toDay: number;
  readonly metresPerDay: number;
  /** The slowest and the fastest of the quarters before, between which the projection lies. */
  readonly slowest: number;
  readonly fastest: number;
}

const yearDays = 365;
const quarterDays = 91;
/** Less than this says nothing about how a vehicle is used. */
const leastDays = 28;

/** Goes on for a year as the last year went. Null where the readings are too few, too close together or do not rise. */
export function projectOdometer(readings: readonly DatedReading[], today: string): Projection | null {
  const sorted = readings.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const last = sorted.at(-1);
  if (!last) return null;
  const lastDay = dayNumber(last.date);
  const window = sorted.filter(({ date }) => lastDay - dayNumber(date) <= yearDays);
  const metresPerDay = pace(window);
  if (metresPerDay === null) return null;
  const paces = quarters(window, lastDay).flatMap((quarter) => pace(quarter) ?? []);
  return {
    fromDay: lastDay,
    fromM: last.odometerM,
    toDay: Math.max(dayNumber(today), lastDay) + yearDays,
    metresPerDay,
    slowest: Math.min(metresPerDay, ...paces),
    fastest: Math.max(metresPerDay, ...paces),
  };
}

/** The day on which the odometer is thought to reach a reading; null when it is past it or further off than the projection goes. */
export function dayReached(
  { fromDay, fromM, toDay, metresPerDay }: Projection,
  odometerM: number,
): number | null {
  const day = fromDay + (odometerM - fromM) / metresPerDay;
  return odometerM > fromM && day <= toDay ? Math.round(day) : null;
}

function pace(readings: readonly DatedReading[]): number | null {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return null;
  const days = dayNumber(last.date) - dayNumber(first.date);
  const metres = last.odometerM - first.odometerM;
  return days >= leastDays && metres > 0 ? metres / days : null;
}

function quarters(readings: readonly DatedReading[], lastDay: number): DatedReading[][] {
  return [0, 1, 2, 3].map((quarter) =>
    readings.filter(({ date }) => {
      const ago = lastDay - dayNumber(date);
      return ago >= quarter * quarterDays && ago <= (quarter + 1) * quarterDays;
    }),
  );
}
