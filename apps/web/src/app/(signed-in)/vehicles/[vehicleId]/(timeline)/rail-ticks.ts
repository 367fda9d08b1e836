import type { Month } from './shown-month';

export interface RailTick {
  readonly month: string;
  /** From the rail's top, in pixels. */
  readonly y: number;
  /** Entries of the month as a share of the busiest one, 0 to 1. */
  readonly share: number;
  /** The year's number stands above this tick. */
  readonly opensYear: boolean;
  /** Its month is ahead of today. */
  readonly ahead: boolean;
}

/** Of the desktop's rail, in pixels. */
export const railWidth = 64;

/** Room for the year's number between two ticks. */
const yearGap = 26;
const firstTick = 20;
const mostGap = 8;
const leastGap = 2;
const roomForTicks = 480;

/**
 * A tick for every month from the newest to the oldest, quiet months included: a rule has no holes. Long histories are drawn
 * closer. Of the time ahead only the months that something is planned for: it may be far off.
 */
export function railTicks(months: readonly Month[]): RailTick[] {
  const ahead = months.filter(({ planned }) => planned).map(({ month }) => month);
  const newest = months[ahead.length]?.month;
  const oldest = months.at(-1)?.month;
  const events = new Map(months.map(({ month, events: count }) => [month, count]));
  const most = Math.max(...events.values(), 1);
  const all = [...ahead, ...(newest && oldest ? monthsBetween(newest, oldest) : [])];
  const gap = Math.min(mostGap, Math.max(leastGap, roomForTicks / all.length));
  let y = 0;
  return all.map((month, index) => {
    const opensYear = all[index - 1]?.slice(0, 4) !== month.slice(0, 4);
    y = index === 0 ? firstTick : y + (opensYear ? yearGap : gap);
    return { month, y, share: (events.get(month) ?? 0) / most, opensYear, ahead: index < ahead.length };
  });
}

function monthsBetween(newest: string, oldest: string): string[] {
  const months: string[] = [];
  for (let at = newest; at >= oldest; at = monthBefore(at)) months.push(at);
  return months;
}

function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

/** `2026-02` is `2026-02-28`. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
