import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What the API tells beside an answer: a warning, or why a row stays out. */
interface Told {
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
}

/** By its code in our words; as the API says it where we have none. Undefined when there is nothing to tell. */
export function useToldWords(): (told: Told | undefined) => string | undefined {
  const t = useTranslations('told');
  return useCallback(
    (told) => {
      const code = told?.code as 'odometer-jump' | undefined;
      return code && t.has(code) ? t(code) : told?.detail;
    },
    [t],
  );
}
