import { localDateOf, localNoonMs } from '@odolog/vehicle';
import type { LocalMoment } from './mail-time.js';

/** What the wall shows in a time zone. */
export function localMomentOf(instant: Date, timeZone: string): LocalMoment {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  });
  const [hours = 0, minutes = 0] = clock.format(instant).split(':').map(Number);
  return { date: localDateOf(instant.toISOString(), timeZone), minute: hours * 60 + minutes };
}

/** When the wall of a time zone shows that; in a night in which the clocks change, up to an hour beside it. */
export function instantOf({ date, minute }: LocalMoment, timeZone: string): Date {
  return new Date(localNoonMs(date, timeZone) + (minute - 12 * 60) * 60_000);
}
