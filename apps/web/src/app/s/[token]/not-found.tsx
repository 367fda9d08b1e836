import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { LonePage } from '@/ui/lone-page';

/** A link that was closed by the owner, or ran out; which of them is theirs to say. */
export default function ClosedShare() {
  const t = useTranslations('share.closed');
  return (
    <LonePage title={t('title')} words={t('words')}>
      <Link className="btn btn--tap" href="/verify">
        {t('verify')}
      </Link>
    </LonePage>
  );
}
