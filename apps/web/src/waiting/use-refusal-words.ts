import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem, type ProblemBody } from '@/api/api-problem';
import { useProblemWords } from '@/ui/use-problem-words';

/** Why the server did not take an entry, and what to do. */
export function useRefusalWords(): (problem: ProblemBody) => string {
  const t = useTranslations('waiting');
  const problemWords = useProblemWords();
  return useCallback(
    (problem) =>
      problem.code === 'idempotency-key-reused' ? t('sentBefore') : problemWords(new ApiProblem(problem)),
    [t, problemWords],
  );
}
