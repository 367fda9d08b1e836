'use client';

import { useCallback, useState } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { useToast } from '@/toast/toast';
import { useAccountWords } from './use-account-words';

/** One press, one request: says how it went, and shows the page anew. `run` answers whether it went well. */
export function useAction() {
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useAccountWords();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (call: () => Promise<unknown>, words?: string): Promise<boolean> => {
      setBusy(true);
      try {
        await call();
        if (words) toast({ words });
        refresh();
        return true;
      } catch (error) {
        toast({ words: problemWords(error) });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [refresh, toast, problemWords],
  );
  return { busy, run };
}
