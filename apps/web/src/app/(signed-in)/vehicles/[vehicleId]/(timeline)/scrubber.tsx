'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useViewer } from '@/format/viewer-context';
import { addressOf } from './filters';
import type { RailProps } from './rail-props';
import { lastDayOf } from './rail-ticks';

/** The rail under a thumb: a slider at the phone's edge. The month is named while it moves; letting go goes there. */
export function Scrubber({ ticks, shown, vehicleId, filters, onJump }: RailProps) {
  const t = useTranslations('timeline');
  const { format } = useViewer();
  const router = useRouter();
  const [held, setHeld] = useState<number>();
  // -1 above the newest tick: what waits here may be of a month that has none.
  const at = held ?? ticks.findIndex(({ month }) => month === shown);
  const height = ticks.at(-1)!.y + 8;
  const nameOf = (month: string) => `${format.monthName(month)} ${month.slice(0, 4)}`;
  const ticked = ticks[Math.max(at, 0)]!.month;

  function go(index: number) {
    setHeld(undefined);
    const { month } = ticks[index]!;
    if (onJump(month)) return;
    router.push(addressOf(vehicleId, { ...filters, to: lastDayOf(month) }), { scroll: false });
  }

  function nearest(event: PointerEvent<HTMLElement>): number {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    return ticks.reduce(
      (best, tick, index) => (Math.abs(tick.y - y) < Math.abs(ticks[best]!.y - y) ? index : best),
      0,
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
    if (!step) return;
    event.preventDefault();
    if (step < 0 && at < 0) return;
    go(Math.min(Math.max(at + step, 0), ticks.length - 1));
  }

  return (
    <span
      className="phone scrubber"
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('month')}
      aria-valuemin={0}
      aria-valuemax={ticks.length - 1}
      aria-valuenow={Math.max(at, 0)}
      aria-valuetext={nameOf(at < 0 ? (shown ?? ticked) : ticked)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(nearest(event));
      }}
      onPointerMove={(event) => held !== undefined && setHeld(nearest(event))}
      onPointerUp={() => held !== undefined && go(held)}
      onPointerCancel={() => setHeld(undefined)}
    >
      <svg width="18" height={height} viewBox={`0 0 18 ${height}`} aria-hidden="true">
        {ticks.map(({ month, y, share }, index) => (
          <path
            key={month}
            className={index === at ? 'tk tk--on' : 'tk'}
            d={`M16 ${y}h${-(4 + share * 9)}`}
          />
        ))}
      </svg>
      {held !== undefined && (
        <span className="scrubber__month" style={{ top: ticks[held]!.y - 16 }}>
          {nameOf(ticked)}
        </span>
      )}
    </span>
  );
}
