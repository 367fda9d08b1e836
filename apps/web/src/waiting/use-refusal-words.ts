import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem, type ProblemBody } from '@/api/api-problem';
import { useFileFaultWords } from '@/quick-add/use-file-fault-words';
import { useProblemWords } from '@/ui/use-problem-words';
import { refusedFileOf } from './waiting-entry';

/** Why the server did not take an entry, and what to do. */
export function useRefusalWords(): (problem: ProblemBody) => string {
  const t = useTranslations('waiting');
  const problemWords = useProblemWords();
  const faultWords = useFileFaultWords();
  return useCallback(
    (problem) => {
      const file = refusedFileOf(problem);
      if (file) return `${file.name}: ${faultWords(new ApiProblem(problem))}`;
      if (problem.code === 'idempotency-key-reused') return t('sentBefore');
      return problemWords(new ApiProblem(problem));
    },
    [t, problemWords, faultWords],
  );
}
