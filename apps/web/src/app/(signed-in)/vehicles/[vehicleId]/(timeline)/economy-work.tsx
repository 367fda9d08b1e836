'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import type { Figure } from '@/format/measures';
import { browserApi } from '@/session/browser-session';
import { viewQuery, type PointOfView } from '@/time-travel/point-of-view';
import { fillOf } from './entry-view';

interface EconomyWorkProps {
  readonly vehicleId: string;
  readonly item: TimelineItem;
  readonly figure: Figure;
  readonly view: PointOfView;
}

/** How a figure comes about: the full fill that starts the count, what was filled since, and the sum over the distance. */
export function EconomyWork({ vehicleId, item, figure, view }: EconomyWorkProps) {
  const t = useTranslations('entry');
  const { format } = useViewer();
  const fills = useFillsOf(vehicleId, item, view);
  const { economy } = item.derived;
  if (fills?.length === 0 || !economy) return null;
  const distance = format.distanceM(economy.distanceM);
  const volume = format.volumeMl(economy.volumeMl);
  return (
    <section className="sec">
      <h3>{t('howItComes', { figure: figure.value })}</h3>
      <ol className="work">
        {fills?.map((fill, index) => (
          <WorkLine key={fill.id} fill={fill} starts={index === 0} ends={index === fills.length - 1} />
        )) ?? <LinesToCome />}
      </ol>
      <div className="work__sum">
        <span className="num">
          {t('over', {
            volume: `${volume.value} ${volume.unit}`,
            distance: `${distance.value} ${distance.unit}`,
          })}
        </span>
        <span className="num">
          <b>{figure.value}</b> {figure.unit}
        </span>
      </div>
    </section>
  );
}

/** The room of two fills, which most figures are made of, so that nothing below moves when they come. */
function LinesToCome() {
  return [0, 1].map((line) => (
    <li key={line} className="work__wait" aria-hidden="true">
      <span className="pip" />
    </li>
  ));
}

function WorkLine({ fill, starts, ends }: { fill: TimelineItem; starts: boolean; ends: boolean }) {
  const t = useTranslations('entry');
  const { format } = useViewer();
  const partial = fillOf(fill) === 'partial';
  const reading = fill.odometer && Object.values(format.distance(fill.odometer)).join(' ');
  const volume = fill.data.volume as { value: number; unit: 'L' } | undefined;
  const amount = volume && Object.values(format.volume(volume)).join(' ');
  return (
    <li>
      <span className={partial ? 'pip pip--half' : 'pip'} />
      <span>
        {t(partial ? 'dayPartial' : 'dayFull', {
          day: `${format.weekday(fill.date)} ${format.dayMonth(fill.date)}`,
        })}
        {starts && <span className="faint work__note">{t('startsTheCount')}</span>}
      </span>
      <span className="num r">
        {starts ? reading : amount}
        {ends && <span className="faint work__note">{reading}</span>}
      </span>
    </li>
  );
}

/** The fills from the count's start to its end, oldest first: none where nothing can be told, undefined until they are known. */
function useFillsOf(
  vehicleId: string,
  item: TimelineItem,
  view: PointOfView,
): readonly TimelineItem[] | undefined {
  const [fills, setFills] = useState<readonly TimelineItem[]>();
  const { id, type } = item;
  const { asOf, knownAt } = view;
  useEffect(() => {
    let wanted = true;
    fillsOf(vehicleId, { id, type }, viewQuery({ asOf, knownAt }))
      .then((found) => wanted && setFills(found))
      .catch(() => wanted && setFills([]));
    return () => {
      wanted = false;
    };
  }, [vehicleId, id, type, asOf, knownAt]);
  return fills;
}

async function fillsOf(
  vehicleId: string,
  { id, type }: Pick<TimelineItem, 'id' | 'type'>,
  view: ReturnType<typeof viewQuery>,
): Promise<TimelineItem[]> {
  const path = { vehicleId };
  const { segments } = await answer(
    browserApi.GET('/api/v1/vehicles/{vehicleId}/fuel-economy', { params: { path, query: view } }),
  );
  const segment = segments.find(({ toEventId }) => toEventId === id);
  if (!segment) return [];
  const query = { ...view, type: [type], from: segment.fromDate, to: segment.toDate, limit: 200 };
  const { items } = await answer(
    browserApi.GET('/api/v1/vehicles/{vehicleId}/timeline', { params: { path, query } }),
  );
  const sameEnergy = items.filter(({ data }) => data.energy === segment.energy).toReversed();
  const at = (wanted: string) => sameEnergy.findIndex((fill) => fill.id === wanted);
  return sameEnergy.slice(Math.max(at(segment.fromEventId), 0), at(segment.toEventId) + 1);
}
