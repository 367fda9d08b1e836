import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { LonePage } from '@/ui/lone-page';

export default function NotFound() {
  const t = useTranslations('notFound');
  return (
    <LonePage title={t('title')} words={t('words')} home="/">
      <Link className="btn btn--go btn--tap" href="/">
        {t('toGarage')}
      </Link>
    </LonePage>
  );
}
