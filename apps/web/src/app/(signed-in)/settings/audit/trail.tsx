import type { ViewerFormat } from '@/format/viewer-format';
import { Deed } from './deed';
import { DeedIcon } from './deed-icon';
import type { TrailDay } from './trail-days';

interface TrailProps {
  readonly days: readonly TrailDay[];
  readonly format: ViewerFormat;
  readonly timeZone: string;
}

/** What was done, day by day. */
export function Trail({ days, format, timeZone }: TrailProps) {
  return days.map(({ date, entries }) => (
    <section key={date} className="trail" aria-label={format.fullDate(date)}>
      <h2>{format.fullDate(date)}</h2>
      <ul className="people">
        {entries.map((entry) => (
          <li key={entry.id}>
            <DeedIcon action={entry.action} />
            <Deed entry={entry} />
            <time className="muted sm num" dateTime={entry.recordedAt}>
              {format.time(entry.recordedAt, timeZone)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  ));
}
