import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useViewer } from '@/format/viewer-context';
import { useRefresh } from '@/refresh/refresh';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { changes, type Change } from './changes';
import { deliver, isOnItsWay, onTheirWay, showStored, takenOut, unwanted } from './deliver';
import { entriesOf } from './waiting-store';
import { stopSendingFiles } from './with-file-sent';

const firstPauseMs = 5_000;
const longestPauseMs = 120_000;

/**
 * Tries to send what waits: at once, when the network is back, when somebody looks again, and ever more patiently in
 * between. True when it waits for a sign-in.
 */
export function useDelivery(): boolean {
  const t = useTranslations('writes');
  const { owner } = useViewer();
  const refresh = useRefresh();
  const toast = useToast();
  const [signedOut, setSignedOut] = useState(false);

  useEffect(() => {
    const over = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = firstPauseMs;

    async function attempt() {
      clearTimeout(timer);
      const waits = (await entriesOf(owner).catch(() => [])).some(({ problem }) => problem === null);
      if (!waits || over.signal.aborted) return;
      const { sent, ended } = await deliver(owner);
      setSignedOut(ended === 'signed-out');
      if (sent.length > 0) refresh();
      // Of what was just made here, whoever made it says how it fared.
      const count = sent.filter(({ entry }) => !isOnItsWay(entry) && !unwanted.has(entry.id)).length;
      if (count > 0) toast({ words: t('sentLater', { count }) });
      if (ended !== 'unreachable' || over.signal.aborted) return;
      timer = setTimeout(() => void attempt(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    const again = () => {
      pauseMs = firstPauseMs;
      void attempt();
    };

    const heard = ({ data }: MessageEvent<Change>) => {
      void showStored(owner);
      if (data.withdrawn) {
        onTheirWay.delete(data.withdrawn);
        stopSendingFiles(data.withdrawn, data.forGood);
        if (data.forGood) takenOut.add(data.withdrawn);
        else takenOut.delete(data.withdrawn);
      }
      const position = data.reached?.get(owner.tenantId);
      if (position === undefined) return;
      rememberWrite(position);
      refresh();
    };
    changes().addEventListener('message', heard, { signal: over.signal });
    window.addEventListener('online', again, { signal: over.signal });
    document.addEventListener('visibilitychange', again, { signal: over.signal });
    void showStored(owner).then(attempt);
    return () => {
      over.abort();
      clearTimeout(timer);
    };
  }, [owner, refresh, toast, t]);

  return signedOut;
}
