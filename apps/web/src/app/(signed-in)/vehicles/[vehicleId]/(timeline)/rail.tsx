'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { memo, useMemo, type MouseEvent } from 'react';
import { useViewer } from '@/format/viewer-context';
import { useIsWide } from '@/ui/use-is-wide';
import { addressOf } from './filters';
import type { RailProps } from './rail-props';
import { lastDayOf, railWidth, type RailTick } from './rail-ticks';
import { Scrubber } from './scrubber';

/** All months at a glance, a tick each, as long as it was busy: hundreds of elements, of which a window has room for one form. */
export default memo(function Rail(props: RailProps) {
  const t = useTranslations('timeline');
  const isWide = useIsWide();
  return (
    <nav className="rail" aria-label={t('jumpToMonth')}>
      {isWide ? <Ticks {...props} /> : <Scrubber {...props} />}
    </nav>
  );
});

/** A click on a month goes there. */
function Ticks({ ticks, shown, vehicleId, filters, onJump }: RailProps) {
  const t = useTranslations('timeline');
  const router = useRouter();
  const { format } = useViewer();
  // Once: a rail has hundreds of ticks, and is drawn anew with each month that scrolls by.
  const places = useMemo(
    () =>
      ticks.map((tick) => ({
        tick,
        label: t('jumpTo', { month: `${format.monthName(tick.month)} ${tick.month.slice(0, 4)}` }),
        href: addressOf(vehicleId, { ...filters, to: lastDayOf(tick.month) }),
      })),
    [ticks, t, format, vehicleId, filters],
  );
  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const pressed = (event.target as Element).closest('a');
    const place = places.find(({ href }) => href === pressed?.getAttribute('href'));
    if (!place) return;
    event.preventDefault();
    if (!onJump(place.tick.month)) router.push(place.href, { scroll: false });
  }
  const height = ticks.at(-1)!.y + 16;
  return (
    <span className="desk-b">
      {/* For the links in it, which are pressed by keys as well. */}
      <svg width={railWidth} height={height} viewBox={`0 0 ${railWidth} ${height}`} onClick={onClick}>
        {places.map(({ tick, label, href }) => (
          <Tick
            key={tick.month}
            tick={tick}
            label={label}
            href={href}
            on={tick.month === shown}
            inShownYear={shown?.startsWith(tick.month.slice(0, 4)) ?? false}
          />
        ))}
      </svg>
    </span>
  );
}

interface TickProps {
  readonly tick: RailTick;
  readonly label: string;
  readonly href: string;
  /** Its month is at the top of the list. */
  readonly on: boolean;
  readonly inShownYear: boolean;
}

/** Plain links: hundreds of the router's would each watch for what they lead to. */
const Tick = memo(function Tick({ tick, label, href, on, inShownYear }: TickProps) {
  const { month, y, share, opensYear, ahead } = tick;
  const link = { href, 'aria-label': label };
  return (
    <>
      {opensYear && (
        <a {...link}>
          <text x={railWidth - 8} y={y - 8} textAnchor="end" className={inShownYear ? 'on' : ''}>
            {month.slice(0, 4)}
          </text>
        </a>
      )}
      <a {...link} tabIndex={-1}>
        <rect y={y - 4} width={railWidth} height="8" />
        <path
          className={`tk${ahead ? ' tk--ahead' : ''}${on ? ' tk--on' : month.endsWith('01') ? ' tk--e' : ''}`}
          d={`M${railWidth - 2} ${y}h${-(4 + Math.round(share * 26))}`}
        />
      </a>
    </>
  );
});
