'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useToast } from '@/toast/toast';
import { useAccountWords } from './use-account-words';

/** One press, one request: says how it went, and shows the page anew. `run` answers whether it went well. */
export function useAction() {
  const router = useRouter();
  const toast = useToast();
  const problemWords = useAccountWords();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (call: () => Promise<unknown>, words?: string): Promise<boolean> => {
      setBusy(true);
      try {
        await call();
        if (words) toast({ words });
        router.refresh();
        return true;
      } catch (error) {
        toast({ words: problemWords(error) });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [router, toast, problemWords],
  );
  return { busy, run };
}
