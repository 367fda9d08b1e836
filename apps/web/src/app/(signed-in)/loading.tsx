import { useTranslations } from 'next-intl';
import { RowSkeletons } from '@/ui/row-skeletons';

/** The shape of what is coming, while the server asks for it. */
export default function Loading() {
  const t = useTranslations('error');
  return (
    <div className="wrap loading">
      <RowSkeletons label={t('loading')} count={6} />
    </div>
  );
}
