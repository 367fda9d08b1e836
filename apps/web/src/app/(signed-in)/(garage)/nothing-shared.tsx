import { useTranslations } from 'next-intl';
import { Silhouette } from '@/ui/silhouette';

/** The garage of someone who was let in but given no vehicle yet. */
export function NothingShared({ tenant }: { tenant: string }) {
  const t = useTranslations('garage');
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{tenant}</p>
          </div>
        </header>
        <div className="nothing">
          <div className="first">
            <div className="stage">
              <Silhouette kind="van" />
            </div>
            <div className="floor" />
          </div>
          <h2>{t('nothingShared')}</h2>
          <p>{t('nothingSharedWords', { tenant })}</p>
        </div>
      </div>
    </>
  );
}
