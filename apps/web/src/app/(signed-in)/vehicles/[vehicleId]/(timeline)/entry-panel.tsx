'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { useTypeName } from '@/format/use-type-name';
import { useViewer } from '@/format/viewer-context';
import { useWaking } from '@/hydration/use-waking';
import { isPast, type PointOfView } from '@/time-travel/point-of-view';
import { EconomyChip } from '@/ui/economy-chip';
import { Mark } from '@/ui/mark';
import { useProblemWords } from '@/ui/use-problem-words';
import { EconomyWork } from './economy-work';
import { EntryData } from './entry-data';
import { EntryFiles } from './entry-files';
import { EntryHistory } from './entry-history';
import { factOf, fillOf, markStateOf } from './entry-view';
import { PanelBar } from './panel-bar';
import type { EntrySelection } from './use-entry-selection';
import type { OpenEntry } from './use-open-entry';

interface EntryPanelProps {
  readonly vehicle: Vehicle;
  readonly entry: OpenEntry;
  readonly view: PointOfView;
  readonly selection: EntrySelection;
}

/** Everything about one entry: beside the list on the desktop, over the whole screen on the phone. */
export default function EntryPanel({ vehicle, entry, view, selection }: EntryPanelProps) {
  const t = useTranslations('entry');
  const typeName = useTypeName();
  const { format } = useViewer();
  const problemWords = useProblemWords();
  const { item, failure } = entry;
  const panel = useRef<HTMLElement>(null);
  useWaking(panel);
  const { byKey } = selection;
  useEffect(() => {
    if (byKey.current) panel.current?.focus({ preventScroll: true });
  }, [byKey]);
  const label = item
    ? t('label', { type: typeName(item.type), date: format.dayMonth(item.date) })
    : t('loading');
  return (
    <aside ref={panel} data-asleep="" tabIndex={-1} className="panel panel--open" aria-label={label}>
      <PanelBar vehicle={vehicle} item={item} inThePast={isPast(view)} selection={selection} />
      {failure !== undefined && (
        <p role="alert" className="muted">
          {problemWords(failure)}
        </p>
      )}
      {item && <PanelBody item={item} vehicle={vehicle} view={view} />}
    </aside>
  );
}

interface PanelBodyProps {
  readonly item: TimelineItem;
  readonly vehicle: Vehicle;
  readonly view: PointOfView;
}

function PanelBody({ item, vehicle, view }: PanelBodyProps) {
  const t = useTranslations('entry');
  const { format } = useViewer();
  const { economy } = item.derived;
  const figure = economy && format.economy(economy);
  const fill = fillOf(item);
  const clock = item.occurredAt && format.time(item.occurredAt, vehicle.timeZone);
  const when = [format.fullDate(item.date), clock].filter(Boolean).join(', ');
  return (
    <>
      <div className="panel__hd">
        <Mark type={item.type} state={markStateOf(item)} />
        <h2 className="big">{factOf(item, format)}</h2>
        <span className="big num">{item.cost && format.money(item.cost)}</span>
        <p className="panel__when">{fill ? `${when} · ${t(`fill.${fill}`)}` : when}</p>
      </div>
      {figure && economy.segmentStatus === 'closed' && (
        <>
          <div className="panel__eco">
            <EconomyChip figure={figure} economy={economy} />
          </div>
          <EconomyWork vehicleId={vehicle.id} item={item} figure={figure} view={view} />
        </>
      )}
      <EntryFiles item={item} />
      <EntryData item={item} />
      <EntryHistory item={item} timeZone={vehicle.timeZone} knownAt={view.knownAt} />
    </>
  );
}
