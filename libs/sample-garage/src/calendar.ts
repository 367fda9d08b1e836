import { localNoonMs } from '@odolog/vehicle';

/** A local date and what the simulation asks about it. */
export interface Day {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** 1 to 12. */
  readonly month: number;
  readonly weekend: boolean;
  /** Days since the first one. */
  readonly index: number;
}

const msPerDay = 86_400_000;
const noon = 12;

/** Every day from `years` before the last one to the last one. */
export function daysUpTo(last: string, years: number): Day[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  const start = new Date(end);
  start.setUTCFullYear(start.getUTCFullYear() - years);
  const count = Math.round((end - start.getTime()) / msPerDay) + 1;
  return Array.from({ length: count }, (_each, index) => {
    const day = new Date(start.getTime() + index * msPerDay);
    return {
      date: day.toISOString().slice(0, 10),
      month: day.getUTCMonth() + 1,
      weekend: day.getUTCDay() % 6 === 0,
      index,
    };
  });
}

/** The date some days later, or earlier when negative. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);
}

/** From -1 in the height of summer to 1 in the depth of winter. */
export function coldness({ month }: Day): number {
  return Math.cos(((month - 1) / 12) * 2 * Math.PI);
}

/** A moment of a day by the clock on the wall. @param hour From 0, in fractions; from 24 on it is on the next day. */
export function instantAt({
  date,
  hour,
  timeZone,
}: {
  date: string;
  hour: number;
  timeZone: string;
}): string {
  const minutes = Math.round((hour - noon) * 60);
  return new Date(localNoonMs(date, timeZone) + minutes * 60_000).toISOString();
}
