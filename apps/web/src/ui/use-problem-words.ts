import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem } from '@/api/api-problem';

/** Says what went wrong and what to do: our words for what we know, the API's own detail for the rest. */
export function useProblemWords(): (error: unknown) => string {
  const t = useTranslations('problems');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) return t('unknown');
      const key = error.code as Parameters<typeof t.has>[0];
      if (t.has(key)) return t(key as 'import-file-torn', { detail: error.message });
      return error.body.errors?.[0]?.detail ?? error.message;
    },
    [t],
  );
}
