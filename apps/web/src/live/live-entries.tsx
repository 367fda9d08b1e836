import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { rememberWrite, toldHere } from '@/session/last-write';
import { followFeed } from './follow-feed';
import { newestWanted } from './to-the-newest';

interface LiveEntriesProps {
  readonly vehicleId: string;
  /** What the page showed when it was come to. */
  readonly after: number;
  /** What it shows by now. */
  readonly shown: number;
}

/** Nearer to the top than this, new entries simply appear. */
const atTopPx = 200;

/** Listens for entries of others, and of other windows: at the top of the list they appear, further down a line says that they are there. */
export default function LiveEntries({ vehicleId, after, shown }: LiveEntriesProps) {
  const t = useTranslations('timeline');
  const refresh = useRefresh();
  /** The positions of those that were not shown when they came. */
  const [told, setTold] = useState<readonly number[]>([]);
  const waiting = told.filter((position) => position > shown);
  const show = useCallback(
    (position: number) => {
      rememberWrite(position);
      refresh();
    },
    [refresh],
  );

  useEffect(() => {
    const stop = new AbortController();
    void followFeed({
      after,
      signal: stop.signal,
      // The page says why: the sign-in, or that the vehicle is no longer shared.
      onRefused: refresh,
      onEvent: ({ vehicleId: of, position }) => {
        if (of !== vehicleId || position <= toldHere()) return;
        if (window.scrollY < atTopPx) show(position);
        // Not known of yet: whoever leaves the page and comes back is told again.
        else setTold((before) => [...new Set([...before, position])]);
      },
    });
    return () => stop.abort();
  }, [vehicleId, after, refresh, show]);

  const newest = Math.max(0, ...waiting);
  const showWaiting = useCallback(() => {
    setTold([]);
    window.scrollTo({ top: 0 });
    show(newest);
  }, [newest, show]);
  useEffect(() => {
    if (!newest) return;
    document.addEventListener(newestWanted, showWaiting);
    return () => document.removeEventListener(newestWanted, showWaiting);
  }, [newest, showWaiting]);

  return (
    <div role="status">
      {waiting.length > 0 && (
        <button type="button" className="live live--now" onClick={showWaiting}>
          <ArrowUp className="i i-sm" />
          {t('newEntries', { count: waiting.length })}
        </button>
      )}
    </div>
  );
}
