import { useTranslations } from 'next-intl';

/** What the tracker is called that writes files of a format. */
export function useTracker(format: string): string {
  const t = useTranslations('import.trackers');
  return t.has(format as 'fuelio') ? t(format as 'fuelio') : format;
}
