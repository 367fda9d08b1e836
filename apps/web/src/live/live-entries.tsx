import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { rememberWrite, toldHere } from '@/session/last-write';
import { followFeed } from './follow-feed';

interface LiveEntriesProps {
  readonly vehicleId: string;
  /** What the page shows already. */
  readonly after: number;
}

/** Nearer to the top than this, new entries simply appear. */
const atTopPx = 200;

/** How many were not shown yet, and the position of the last of them. */
const none = { count: 0, position: 0 };

/** Listens for entries of others, and of other windows: at the top of the list they appear, further down a line says that they are there. */
export default function LiveEntries({ vehicleId, after }: LiveEntriesProps) {
  const t = useTranslations('timeline');
  const refresh = useRefresh();
  const [waiting, setWaiting] = useState(none);
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
        else setWaiting(({ count }) => ({ count: count + 1, position }));
      },
    });
    return () => stop.abort();
  }, [vehicleId, after, refresh, show]);

  function showWaiting() {
    setWaiting(none);
    window.scrollTo({ top: 0 });
    show(waiting.position);
  }

  return (
    <div role="status">
      {waiting.count > 0 && (
        <button type="button" className="live live--now" onClick={showWaiting}>
          <ArrowUp className="i i-sm" />
          {t('newEntries', { count: waiting.count })}
        </button>
      )}
    </div>
  );
}
