import { CloudUpload, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isLeft, useShownEntry } from './shown-entries';

/** Says of an entry of this device that it is not with the server yet, and why. */
export function WaitingTag({ id }: { id: string }) {
  const t = useTranslations('waiting');
  const shown = useShownEntry(id);
  if (!shown || !isLeft(shown)) return null;
  if (shown.state === 'needs-you') {
    return (
      <span className="tag tag--overdue">
        <TriangleAlert className="i" />
        {t('needsYou')}
      </span>
    );
  }
  return (
    <span className="tag tag--line">
      <CloudUpload className="i" />
      {t(shown.state === 'sending' ? 'beingSent' : 'toBeSent')}
    </span>
  );
}
