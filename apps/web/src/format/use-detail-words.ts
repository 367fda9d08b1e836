import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

/** Names of fields and of codes, where the messages have them; else the key itself, with spaces. */
export function useDetailWords() {
  const t = useTranslations('entry');
  const fields = useTranslations('fields');
  const codes = useTranslations('codes');
  return useMemo(
    () => ({
      name: (key: string) => (fields.has(key as 'volume') ? fields(key as 'volume') : spaced(key)),
      code: (value: string) => (codes.has(value as 'petrol') ? codes(value as 'petrol') : value),
      // A flag that is not set says nothing.
      boolean: (value: boolean) => (value ? t('yes') : ''),
    }),
    [t, fields, codes],
  );
}

/** `dueOdometer` as "Due odometer". */
function spaced(key: string): string {
  const words = key.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words[0]!.toUpperCase() + words.slice(1);
}
