'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { EventHistory, TimelineItem } from '@/api/schema.gen';
import { initials } from '@/format/initials';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { detailsOf, differences } from './entry-details';
import { useDetailWords } from '@/format/use-detail-words';

interface EntryHistoryProps {
  readonly item: TimelineItem;
  readonly timeZone: string;
  /** A past moment of the record, RFC 3339: what came later is left out. */
  readonly knownAt: string | undefined;
}

/** Who recorded the entry and who corrected it, newest first, with what each correction changed. */
export function EntryHistory({ item, timeZone, knownAt }: EntryHistoryProps) {
  const t = useTranslations('entry');
  const versions = useVersions(item);
  const isKnown = ({ recordedAt }: TimelineItem) =>
    knownAt === undefined || Date.parse(recordedAt) <= Date.parse(knownAt);
  const shown = versions?.filter(isKnown) ?? [item];
  return (
    <section className="sec">
      <h3>
        {t('history')} <span className="sm faint sec__n">{t('versions', { count: shown.length })}</span>
      </h3>
      <ol className="hist">
        {shown.toReversed().map((version) => (
          <Version
            key={version.id}
            version={version}
            before={shown.find(({ id }) => id === version.correctsId)}
            timeZone={timeZone}
          />
        ))}
      </ol>
      <p className="hash">{t('place', { version: item.version, id: item.id.slice(-12) })}</p>
    </section>
  );
}

/** What says nothing of its own, but takes another entry out or puts it back. */
const hidingDeeds = { retraction: 'retractedBy', restoration: 'restoredBy' } as const;

interface VersionProps {
  readonly version: TimelineItem;
  readonly before: TimelineItem | undefined;
  readonly timeZone: string;
}

function Version({ version, before, timeZone }: VersionProps) {
  const t = useTranslations('entry');
  const { format } = useViewer();
  const name = version.recordedBy.name ?? t('someone');
  const hiding = hidingDeeds[version.type as keyof typeof hidingDeeds];
  const cameAlong = version.firstRecordedAt !== version.recordedAt;
  const deed = hiding ?? (before ? 'correctedBy' : cameAlong ? 'takenOverBy' : 'recordedBy');
  return (
    <li>
      <span className="av" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <p className="by">
          {t.rich(deed, {
            b: (words) => <b>{words}</b>,
            name,
            when: format.instant(version.recordedAt, timeZone),
          })}
        </p>
        {cameAlong && (
          <p>{t('firstRecorded', { when: format.instant(version.firstRecordedAt, timeZone) })}</p>
        )}
        {version.reason && <p>{t('quoted', { words: version.reason })}</p>}
        {before && !hiding && <Changes before={before} after={version} />}
      </div>
    </li>
  );
}

function Changes({ before, after }: { before: TimelineItem; after: TimelineItem }) {
  const t = useTranslations('entry');
  const { format } = useViewer();
  const words = useDetailWords();
  const said = ({ date, odometer, data }: TimelineItem) =>
    detailsOf({ date, ...(odometer && { odometer }), ...data }, format, words);
  const changes = differences(said(before), said(after));
  if (changes.length === 0) return null;
  return (
    <dl className="diff">
      {changes.map(({ path, key, from, to }) => (
        <div key={path}>
          <dt className="k">{words.name(key)}</dt>
          <dd>
            <del className="num">{from ?? t('nothing')}</del>
            <ArrowRight className="i i-sm" aria-label={t('became')} />
            <ins className="num">{to ?? t('nothing')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Of what the server does not have yet there is nothing to read. */
function useVersions({ id, vehicleId, position }: TimelineItem): readonly TimelineItem[] | undefined {
  const [versions, setVersions] = useState<readonly TimelineItem[]>();
  useEffect(() => {
    if (position === 0) return undefined;
    let wanted = true;
    wholeHistory({ vehicleId, eventId: id })
      .then((items) => wanted && setVersions(items))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [vehicleId, id, position]);
  return versions;
}

async function wholeHistory(path: { vehicleId: string; eventId: string }): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const params = { path, query: { limit: 200, ...(cursor && { cursor }) } };
    const page: EventHistory = await answer(
      browserApi.GET('/api/v1/vehicles/{vehicleId}/events/{eventId}/history', { params }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
