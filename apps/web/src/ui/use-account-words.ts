import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { useProblemWords } from './use-problem-words';

/** Says what the identity provider refused, by its own reason where that tells more than the problem's code. */
export function useAccountWords(): (error: unknown) => string {
  const t = useTranslations('accountProblem');
  const problemWords = useProblemWords();
  return useCallback(
    (error) => {
      const reason = error instanceof ApiProblem ? error.body['reason'] : undefined;
      const key = String(reason) as Parameters<typeof t.has>[0];
      return t.has(key) ? t(key) : problemWords(error);
    },
    [t, problemWords],
  );
}
