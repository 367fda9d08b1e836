'use client';

import { useTranslations } from 'next-intl';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import type { Draft } from './draft';
import { lastLike } from './last-like';
import { useLatest } from './use-latest';

interface LastTimeProps {
  readonly vehicleId: string;
  readonly draft: Draft;
  /** What the draft takes the place of. */
  readonly instead: string | undefined;
}

/** Beside the form: when something like it was entered last, at which reading and for how much. */
export function LastTime({ vehicleId, draft, instead }: LastTimeProps) {
  const t = useTranslations('beside');
  const latest = useLatest(vehicleId, draft.type);
  if (!latest || draft.date === '') return null;
  const last = lastLike(
    latest.items.filter(({ id }) => id !== instead),
    draft,
  );
  if (!last && latest.more) return null;
  return (
    <section className="beside">
      {last ? <Last entry={last} /> : <p className="sm muted">{t('first')}</p>}
    </section>
  );
}

function Last({ entry: { date, summary, odometer, cost } }: { entry: TimelineItem }) {
  const t = useTranslations('beside');
  const { format } = useViewer();
  const figures = [
    odometer && Object.values(format.distance(odometer)).join(' '),
    cost && format.money(cost),
  ];
  return (
    <>
      <p className="beside__hd sm muted">
        {t('last')} <span>{format.dayMonthYear(date)}</span>
      </p>
      <p className="beside__last">{summary}</p>
      <p className="sm muted num">{figures.filter(Boolean).join(' · ')}</p>
    </>
  );
}
