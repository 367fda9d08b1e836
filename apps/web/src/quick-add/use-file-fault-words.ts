import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { useProblemWords } from '@/ui/use-problem-words';

/** Why a file was not sent, and what to do. */
export function useFileFaultWords(): (fault: unknown) => string {
  const t = useTranslations('files');
  const problemWords = useProblemWords();
  return useCallback(
    (fault) => (fault instanceof ApiProblem && fault.status === 413 ? t('tooLarge') : problemWords(fault)),
    [t, problemWords],
  );
}
