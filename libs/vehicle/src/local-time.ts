import { Problem } from '@odolog/problems';
import type { WallTime } from './tariffs.js';

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether this runtime knows the IANA time zone. A bare offset is none: it knows no summer time. */
export function isTimeZone(timeZone: string): boolean {
  if (/^[+-]/.test(timeZone)) return false;
  try {
    clockOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The local date, YYYY-MM-DD, of an instant in a time zone.
 * @throws Problem `unknown-time-zone`.
 */
export function localDateOf(instant: string, timeZone: string): string {
  return localOf(Date.parse(instant), timeZone).slice(0, 10);
}

/**
 * The instant, in milliseconds, of noon on a local date. Noon exists once on every day of every zone's history but where a
 * zone crossed the date line and skipped the day.
 * @throws Problem `unknown-time-zone`.
 */
export function localNoonMs(date: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T12:00:00Z`);
  const firstGuess = asUtc - offsetMs(asUtc, timeZone);
  // The offset at the guess is the right one even where the clocks change on that day: they do so by night.
  return asUtc - offsetMs(firstGuess, timeZone);
}

/**
 * The instant, in milliseconds, at which the clock of a zone shows this date and time: the first one where it shows it twice, and
 * where it leaves it out, so much later as it leaves out.
 * @param local YYYY-MM-DDTHH:mm
 * @throws Problem `unknown-time-zone`.
 */
export function localTimeMs(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const [before, after] = [asUtc - dayMs, asUtc + dayMs].map((near) => asUtc - offsetMs(near, timeZone));
  const shown = [before!, after!].filter((ms) => localOf(ms, timeZone).slice(0, 16) === local);
  return shown.length > 0 ? Math.min(...shown) : before!;
}

/** What calendar and clock show at an instant in a time zone. @throws Problem `unknown-time-zone`. */
export function wallClockAt(instantMs: number, timeZone: string): WallTime {
  const local = localOf(instantMs, timeZone);
  const date = local.slice(0, 10);
  return {
    date,
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    minute: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)),
  };
}

function offsetMs(instantMs: number, timeZone: string): number {
  return Date.parse(`${localOf(instantMs, timeZone)}Z`) - Math.floor(instantMs / 1000) * 1000;
}

/** What was told last of each zone: a fleet asks of the same moment for every one of its vehicles. */
const told = new Map<string, { readonly instantMs: number; readonly local: string }>();

/** YYYY-MM-DDTHH:mm:ss on the wall of that zone. */
function localOf(instantMs: number, timeZone: string): string {
  const last = told.get(timeZone);
  if (last?.instantMs === instantMs) return last.local;
  const parts = clockOf(timeZone).formatToParts(instantMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const local = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
  told.set(timeZone, { instantMs, local });
  return local;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timeZone, clock);
    return clock;
  } catch {
    throw new Problem('unknown-time-zone', { detail: `There is no time zone "${timeZone.slice(0, 60)}"` });
  }
}
