import { useTranslations } from 'next-intl';

/** What the tracker is called that writes files of a format. */
export function useTracker(format: string): string {
  const t = useTranslations('import.trackers');
  const name = format as Parameters<typeof t>[0];
  return t.has(name) ? t(name) : format;
}
