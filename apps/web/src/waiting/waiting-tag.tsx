import { CloudUpload, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWaitingState } from './shown-entries';

/** Says of an entry of this device that it is not with the server yet, and why. */
export function WaitingTag({ id }: { id: string }) {
  const t = useTranslations('waiting');
  const state = useWaitingState(id);
  if (state === 'waiting') {
    return (
      <span className="tag tag--line">
        <CloudUpload className="i" />
        {t('toBeSent')}
      </span>
    );
  }
  if (state !== 'needs-you') return null;
  return (
    <span className="tag tag--overdue">
      <TriangleAlert className="i" />
      {t('needsYou')}
    </span>
  );
}
