'use client';

import { useTranslations } from 'next-intl';
import type { PricedByTariff } from '@odolog/events';
import { Fragment } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { detailsOf } from './entry-details';
import { PricedParts } from '@/ui/priced-parts';
import { useDetailWords } from '@/format/use-detail-words';

/** Ids say nothing to a person; the files that they name are shown. */
function withoutIds({
  receiptId: _receipt,
  fileIds: _files,
  reminderIds: _reminders,
  ...data
}: TimelineItem['data']) {
  return data;
}

/** What an entry says, line by line, and what exactly is stored. */
export function EntryData({ item }: { item: TimelineItem }) {
  const t = useTranslations('entry');
  const { format } = useViewer();
  const words = useDetailWords();
  const { odometer, notes, data } = item;
  const { priced, ...told } = data;
  return (
    <section className="sec">
      <h3>{t('details')}</h3>
      <dl className="kv">
        {odometer && (
          <>
            <dt>{t('odometer')}</dt>
            <dd className="num">
              {Object.values(format.distance(odometer)).join(' ')}
              {odometer.void && <span className="faint"> {t('notCounted')}</span>}
            </dd>
          </>
        )}
        {detailsOf(withoutIds(told), format, words).map(({ path, key, value }) => (
          <Fragment key={path}>
            <dt>{words.name(key)}</dt>
            <dd className="num">{value}</dd>
          </Fragment>
        ))}
        {notes && (
          <>
            <dt>{t('notes')}</dt>
            <dd>{notes}</dd>
          </>
        )}
      </dl>
      {priced !== undefined && <PricedParts priced={priced as PricedByTariff} format={format} />}
      <details className="twin">
        <summary>{t('raw')}</summary>
        <pre className="raw">{JSON.stringify(data, null, 2)}</pre>
      </details>
    </section>
  );
}
