import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTakingBack } from '@/quick-add/use-taking-back';
import { useRefresh } from '@/refresh/refresh';
import { useToast } from '@/toast/toast';
import { discard } from './enter';
import type { WaitingEntry } from './waiting-entry';

interface DiscardButtonProps {
  readonly entry: WaitingEntry;
  readonly className: string;
  readonly onDiscarded?: () => void;
  readonly children: ReactNode;
}

/** Takes an entry out that waits. One that is being sent is waited for: where it is too late, that is said, with the way that is left. */
export function DiscardButton({ entry, className, onDiscarded, children }: DiscardButtonProps) {
  const t = useTranslations('writes');
  const refresh = useRefresh();
  const toast = useToast();
  const takeBack = useTakingBack(entry.vehicleId);
  const [busy, setBusy] = useState(false);
  // Who closes the form meanwhile may have opened another one.
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  async function takeOut() {
    setBusy(true);
    const isOut = await discard(entry).finally(() => setBusy(false));
    if (!isOut) {
      refresh();
      toast({ words: t('sentBefore'), action: { label: t('undo'), run: () => takeBack(entry) } });
    }
    if (isThere.current) onDiscarded?.();
  }

  return (
    <button type="button" className={className} disabled={busy} onClick={() => void takeOut()}>
      {busy ? t('discarding') : children}
    </button>
  );
}
