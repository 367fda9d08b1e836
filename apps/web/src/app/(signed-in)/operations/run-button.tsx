'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';

interface RunButtonProps {
  readonly what: { readonly job: string } | { readonly rebuild: string };
  readonly label: string;
  /** What it is run for, where the label alone does not say. */
  readonly named: string;
}

/** A worker takes what is asked for within seconds: the page looks again after that. */
const lookAgainMs = 2_500;

export function RunButton({ what, label, named }: RunButtonProps) {
  const t = useTranslations('operations');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [busy, setBusy] = useState(false);

  async function run() {
    setBusy(true);
    try {
      const { jobId } = await request(what);
      toast({ words: t(jobId ? 'requested' : 'waitingAlready', { name: named }) });
      setTimeout(refresh, lookAgainMs);
    } catch (error) {
      toast({ words: problemWords(error) });
    }
    setBusy(false);
  }

  return (
    <button
      type="button"
      className="btn btn--quiet"
      disabled={busy}
      aria-label={`${label}: ${named}`}
      onClick={() => void run()}
    >
      <Play className="i i-sm" />
      {label}
    </button>
  );
}

function request(what: RunButtonProps['what']) {
  if ('job' in what) {
    return answer(
      browserApi.POST('/api/v1/ops/jobs/{jobName}/run', { params: { path: { jobName: what.job } } }),
    );
  }
  return answer(
    browserApi.POST('/api/v1/ops/projectors/{projectorName}/rebuild', {
      params: { path: { projectorName: what.rebuild } },
    }),
  );
}
