'use client';

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useOwnSearch } from '@/address/own-search';
import { fromColumns } from '@/columns/columns';
import { useRested } from '@/hydration/use-rested';
import { LiveListener } from '@/live/live-listener';
import { rememberVehicle } from '@/session/last-vehicle';
import { isPast } from '@/time-travel/point-of-view';
import { EmptyList } from './empty-list';
import { EntryList } from './entry-list';
import { addressOf } from './filters';
import { OpenPanel } from './open-panel';
import { railTicks } from './rail-ticks';
import type { TimelineProps } from './timeline-props';
import { TimelineRail } from './timeline-rail';
import { Tools } from './tools';
import { useOpenedEntry } from './use-opened-entry';
import { usePlaceInList } from './use-place-in-list';
import { useShownRows } from './use-shown-rows';

const RowWindow = lazy(() => import('./row-window'));

/** A vehicle's history: tools, months of entries, the month rail, and the entry that is open. */
export function Timeline(props: TimelineProps) {
  const { vehicle, filters } = props;
  const [after] = useState(props.madeAt);
  const months = useMemo(() => fromColumns(props.months), [props.months]);
  const ticks = useMemo(() => railTicks(months), [months]);
  const openId = useOwnSearch().get('event');
  const shown = useShownRows(props, months, openId);
  const { rows, list, entries, unfold } = shown;
  const page = { vehicleId: vehicle.id, filters };
  const main = useRef<HTMLDivElement>(null);
  usePlaceInList(addressOf(vehicle.id, filters), main);
  const { entry, selection, onOpen } = useOpenedEntry(openId, page, shown);
  useEffect(() => rememberVehicle(vehicle.id), [vehicle.id]);
  const rested = useRested();
  const isEmpty = rows.length === 0;

  return (
    <div className={openId ? 'tl tl--open' : 'tl'}>
      <div ref={main} className="tl__main">
        <Tools vehicle={vehicle} filters={filters} />
        {props.timeTravel}
        {!isPast(filters.view) && <LiveListener vehicleId={vehicle.id} after={after} shown={props.madeAt} />}
        {isEmpty ? (
          <EmptyList vehicle={vehicle} filters={filters} />
        ) : (
          <EntryList
            list={list}
            entries={entries}
            openId={openId}
            onOpen={onOpen}
            onUnfold={unfold}
            {...page}
          />
        )}
      </div>
      {rested && !isEmpty && (
        <Suspense>
          <RowWindow
            rows={rows}
            listRef={list.listRef}
            heightsBefore={list.heightsBefore}
            onReady={list.onReady}
            onMove={list.onMove}
          />
        </Suspense>
      )}
      <TimelineRail
        isReady={list.isWatched || (rested && isEmpty)}
        ticks={ticks}
        shown={list.shownMonth}
        onJump={list.scrollToMonth}
        {...page}
      />
      {openId && (
        <OpenPanel key={openId} vehicle={vehicle} entry={entry} view={filters.view} selection={selection} />
      )}
    </div>
  );
}
