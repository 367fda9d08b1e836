'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';

/** Parks the sample vehicles, or drives them out in one step. */
export function SampleGarage() {
  const t = useTranslations('settings');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [busy, setBusy] = useState(false);

  async function run(call: () => Promise<unknown>, words: string) {
    setBusy(true);
    try {
      await call();
      toast({ words });
      refresh();
    } catch (error) {
      toast({ words: problemWords(error) });
    }
    setBusy(false);
  }

  return (
    <div className="sec__acts">
      <button
        type="button"
        className="btn btn--tap"
        disabled={busy}
        onClick={() => void run(() => answer(browserApi.POST('/api/v1/sample-garage')), t('sampleOpened'))}
      >
        {t('openSample')}
      </button>
      <button
        type="button"
        className="btn btn--tap"
        disabled={busy}
        onClick={() => void run(() => answer(browserApi.DELETE('/api/v1/sample-garage')), t('sampleRemoved'))}
      >
        {t('removeSample')}
      </button>
    </div>
  );
}
