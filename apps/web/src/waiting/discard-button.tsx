import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { discard } from './enter';
import { useTakingBack } from './use-taking-back';
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
  const problemWords = useProblemWords();
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
    try {
      if (!(await discard(entry))) {
        refresh();
        toast({ words: t('sentBefore'), action: { label: t('undo'), run: () => takeBack(entry) } });
      }
      if (isThere.current) onDiscarded?.();
    } catch (error) {
      toast({ words: problemWords(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {/* One that is disabled would let go of the focus. */}
      <button
        type="button"
        className={className}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) void takeOut();
        }}
      >
        {busy ? t('discarding') : children}
      </button>
      <span className="sr" role="status">
        {busy && t('discarding')}
      </span>
    </>
  );
}
