'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { useQuickAdd } from '@/quick-add/quick-add-context';
import { useWaking } from '@/hydration/use-waking';
import { isPast } from '@/time-travel/point-of-view';
import { Silhouette } from '@/ui/silhouette';
import { addressOf, isFiltered, type Filters } from './filters';

/** A timeline without rows: because nothing is logged yet, or because nothing fits the filters. */
export default function NothingHere({ vehicle, filters }: { vehicle: Vehicle; filters: Filters }) {
  const t = useTranslations('timeline');
  if (isFiltered(filters) || filters.to) {
    return (
      <div className="nothing">
        <h2>{t('noMatch')}</h2>
        <p>{t('noMatchWords')}</p>
        <Link
          className="btn btn--tap"
          href={addressOf(vehicle.id, { ...filters, types: [], q: '', to: undefined })}
        >
          {t('showAll')}
        </Link>
      </div>
    );
  }
  if (isPast(filters.view)) {
    return (
      <div className="nothing">
        <h2>{t('nothingYet')}</h2>
        <p>{t('nothingYetWords')}</p>
      </div>
    );
  }
  return (
    <div className="nothing">
      <div className="first">
        <div className="stage">
          <Silhouette kind={vehicle.kind} />
        </div>
        <div className="floor" />
      </div>
      <h2>{t('empty')}</h2>
      <p>{t('emptyWords', { nickname: vehicle.nickname })}</p>
      <FirstSteps vehicle={vehicle} />
    </div>
  );
}

function FirstSteps({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('timeline');
  const quickAdd = useQuickAdd();
  const ways = useRef<HTMLDivElement>(null);
  useWaking(ways);
  return (
    <div ref={ways} data-asleep="" className="nothing__ways">
      {may(vehicle, 'event.record') && (
        <button
          type="button"
          className="btn btn--go btn--tap"
          onClick={() => quickAdd.open({ vehicleId: vehicle.id })}
        >
          {t('addFirst')}
        </button>
      )}
      {may(vehicle, 'import.run') && (
        <Link className="btn btn--tap" href={`/import?vehicle=${vehicle.id}`}>
          {t('importHistory')}
        </Link>
      )}
    </div>
  );
}
