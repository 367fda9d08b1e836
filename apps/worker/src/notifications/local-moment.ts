import { localDateOf } from '@odolog/vehicle';
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
