import { FileInput } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Preferences } from '@/api/schema.gen';
import { Silhouette } from '@/ui/silhouette';
import { InlineVehicle } from './inline-vehicle';
import { OpenSampleGarage } from './open-sample-garage';

interface FirstRunProps {
  readonly preferences: Preferences;
  /** Whether vehicles were here that can be brought back. */
  readonly hasRemoved: boolean;
}

/** An empty garage: vehicles in dashes, and three ways on, the first of them right here. */
export function FirstRun({ preferences, hasRemoved }: FirstRunProps) {
  const t = useTranslations('firstRun');
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{t('nothingYet')}</p>
          </div>
        </header>
        <div className="first">
          <div className="stage">
            <Silhouette kind="estate" />
            <Silhouette kind="motorcycle" />
            <span className="desk-b">
              <Silhouette kind="car" />
            </span>
          </div>
          <div className="floor" />
        </div>
        <div className="ways">
          <section className="way">
            <h2>{t('addTitle')}</h2>
            <p>{t('addWords')}</p>
            <InlineVehicle preferences={preferences} />
          </section>
          <section className="way">
            <h2>{t('importTitle')}</h2>
            <p>{t('importWords')}</p>
            <Link className="btn btn--tap" href="/import">
              <FileInput className="i" />
              {t('import')}
            </Link>
          </section>
          <section className="way">
            <h2>{t('sampleTitle')}</h2>
            <p>{t('sampleWords')}</p>
            <OpenSampleGarage />
          </section>
        </div>
        {hasRemoved && (
          <p className="former__all">
            <Link className="link sm" href="/vehicles/former">
              {t('bringBack')}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}
