'use client';

import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { useViewer } from '@/format/viewer-context';
import { addressOf, type Filters } from './filters';
import { lastDayOf, railTicks, type RailTick } from './rail-ticks';
import { Scrubber } from './scrubber';
import type { Month } from './timeline-rows';

export interface RailProps {
  readonly months: readonly Month[];
  /** The month at the top of the list. */
  readonly shown: string | undefined;
  readonly vehicleId: string;
  readonly filters: Filters;
  /** Scrolls to a month that is loaded; false when it is not, and the address has to change. */
  readonly onJump: (month: string) => boolean;
}

const width = 64;

/** All months at a glance, a tick each, as long as it was busy. A click goes there. */
export function Rail(props: RailProps) {
  const { months, shown } = props;
  const t = useTranslations('timeline');
  const ticks = railTicks(months);
  if (ticks.length < 2) return <div className="rail" />;
  const height = ticks.at(-1)!.y + 16;
  return (
    <nav className="rail" aria-label={t('jumpToMonth')}>
      <Scrubber {...props} ticks={ticks} />
      <span className="desk-b">
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {ticks.map((tick) => (
            <Tick key={tick.month} tick={tick} on={tick.month === shown} {...props} />
          ))}
        </svg>
      </span>
    </nav>
  );
}

function Tick({ tick, on, vehicleId, filters, onJump, shown }: { tick: RailTick; on: boolean } & RailProps) {
  const t = useTranslations('timeline');
  const { format } = useViewer();
  const { month, y, share, opensYear } = tick;
  const year = month.slice(0, 4);
  const name = `${format.monthName(month)} ${year}`;
  const link = (children: React.ReactNode, focusable: boolean) => (
    <Link
      href={addressOf(vehicleId, { ...filters, to: lastDayOf(month) })}
      scroll={false}
      aria-label={t('jumpTo', { month: name })}
      {...(!focusable && { tabIndex: -1 })}
      onClick={(event) => onJump(month) && event.preventDefault()}
    >
      {children}
    </Link>
  );
  return (
    <>
      {opensYear &&
        link(
          <text x={width - 8} y={y - 8} textAnchor="end" className={shown?.startsWith(year) ? 'on' : ''}>
            {year}
          </text>,
          true,
        )}
      {link(
        <>
          <rect x="0" y={y - 4} width={width} height="8" fill="transparent" />
          <path
            className={on ? 'tk tk--on' : month.endsWith('01') ? 'tk tk--e' : 'tk'}
            d={`M${width - 2} ${y}h${-(4 + share * 26)}`}
          />
        </>,
        false,
      )}
    </>
  );
}
