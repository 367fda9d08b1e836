import { useTranslations } from 'next-intl';
import { attachedFile } from './attached-files';

/** What a file of a form is called, by its key. */
export function useFileName(): (key: string) => string {
  const t = useTranslations('files');
  return (key) => attachedFile(key).file?.name ?? t('kept');
}
