import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
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

/** Listens for entries of others, and of other windows: at the top of the list they appear, further down a line says that they are there. */
export default function LiveEntries({ vehicleId, after }: LiveEntriesProps) {
  const t = useTranslations('timeline');
  const refresh = useRefresh();
  const [waiting, setWaiting] = useState(0);

  useEffect(() => {
    const stop = new AbortController();
    const show = (position: number) => {
      rememberWrite(position);
      refresh();
    };
    void followFeed({
      after,
      signal: stop.signal,
      // The page says why: the sign-in, or that the vehicle is no longer shared.
      onRefused: refresh,
      onEvent: ({ vehicleId: of, position }) => {
        if (of !== vehicleId || position <= toldHere()) return;
        if (window.scrollY < atTopPx) show(position);
        else {
          rememberWrite(position);
          setWaiting((count) => count + 1);
        }
      },
    });
    return () => stop.abort();
  }, [vehicleId, after, refresh]);

  function showWaiting() {
    setWaiting(0);
    window.scrollTo({ top: 0 });
    refresh();
  }

  return (
    <div role="status">
      {waiting > 0 && (
        <button type="button" className="live live--now" onClick={showWaiting}>
          <ArrowUp className="i i-sm" />
          {t('newEntries', { count: waiting })}
        </button>
      )}
    </div>
  );
}
