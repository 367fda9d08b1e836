'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useProblemWords } from '@/ui/use-problem-words';

/** Fills the garage with the sample vehicles. It takes a few seconds, and says so. */
export function OpenSampleGarage() {
  const t = useTranslations('firstRun');
  const problemWords = useProblemWords();
  const refresh = useRefresh();
  const [state, setState] = useState<'idle' | 'filling' | { problem: string }>('idle');

  async function open() {
    setState('filling');
    try {
      await answer(browserApi.POST('/api/v1/sample-garage'));
      refresh();
    } catch (error) {
      setState({ problem: problemWords(error) });
    }
  }

  return (
    <>
      <button
        type="button"
        className="btn btn--tap"
        disabled={state === 'filling'}
        onClick={() => void open()}
      >
        <Eye className="i" />
        {state === 'filling' ? t('filling') : t('openSample')}
      </button>
      <p role="alert" className="sm t-overdue">
        {typeof state === 'object' && state.problem}
      </p>
    </>
  );
}
