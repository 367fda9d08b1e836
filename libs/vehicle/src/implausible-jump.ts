import { distanceFromM, type DistanceUnit } from '@odolog/units';
import type { Warning } from './warning.js';

/** A valid reading on its day. */
export interface DatedReading {
  readonly date: string;
  readonly odometerM: number;
}

/** A reading in order, but much further on than the vehicle usually goes. */
export interface Jump {
  readonly distanceM: number;
  readonly days: number;
  /** The middle of the daily distances that were seen. */
  readonly usualDailyM: number;
}

const fewestReadings = 3;
/** Quartile distances above the upper quartile: Tukey's far fence. The median deviation would call every holiday a typo. */
const fence = 3;
/** Nobody is asked about less than this, however little the vehicle moves. */
const unremarkableM = 500_000;
const msPerDay = 86_400_000;

/**
 * Whether a reading stands far above the usual daily distance since the one before it. The bound comes from the spread of the
 * quartiles of the daily distances between the vehicle's readings, so that one earlier jump does not hide the next.
 * @param readings Valid ones, in any order; three at least, or there is no telling.
 */
export function implausibleJump(reading: DatedReading, readings: readonly DatedReading[]): Jump | null {
  const known = readings.toSorted((a, b) => a.odometerM - b.odometerM);
  const previous = known.findLast(
    ({ date, odometerM }) => date <= reading.date && odometerM <= reading.odometerM,
  );
  if (known.length < fewestReadings || !previous) return null;

  const daily = known.slice(1).map((next, index) => dailyM(known[index] ?? next, next));
  const upper = quantile(daily, 0.75);
  const bound = Math.max(upper + fence * (upper - quantile(daily, 0.25)), 2 * upper);

  const distanceM = reading.odometerM - previous.odometerM;
  const days = daysBetween(previous.date, reading.date);
  return distanceM > bound * days + unremarkableM
    ? { distanceM, days, usualDailyM: Math.round(quantile(daily, 0.5)) }
    : null;
}

/** The jump in words, in the unit that the reading was typed in. */
export function jumpWarning({ distanceM, days, usualDailyM }: Jump, unit: DistanceUnit): Warning {
  const whole = (metres: number) => `${Math.round(distanceFromM(metres, unit))} ${unit}`;
  const time = days === 1 ? 'a day' : `${days} days`;
  const detail = `${whole(distanceM)} in ${time} is far above the usual ${whole(usualDailyM)} a day: is a digit too many?`;
  return { code: 'odometer-jump', detail };
}

function dailyM(from: DatedReading, to: DatedReading): number {
  return (to.odometerM - from.odometerM) / daysBetween(from.date, to.date);
}

/** A day at least: two readings of one day are a day's distance apart at most. */
function daysBetween(from: string, to: string): number {
  return Math.max(1, Math.abs(Date.parse(to) - Date.parse(from)) / msPerDay);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place % 1);
}
