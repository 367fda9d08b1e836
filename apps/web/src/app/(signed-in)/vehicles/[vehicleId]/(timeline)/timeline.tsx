'use client';

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useOwnSearch } from '@/address/own-search';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { fromColumns, type Columns } from '@/columns/columns';
import { useRested } from '@/hydration/use-rested';
import { LiveListener } from '@/live/live-listener';
import { rememberVehicle } from '@/session/last-vehicle';
import { isPast } from '@/time-travel/point-of-view';
import { EmptyList } from './empty-list';
import { EntryList } from './entry-list';
import { addressOf, isFiltered, type Filters } from './filters';
import { placeBefore, useKeptPlace } from './kept-place';
import { OpenPanel } from './open-panel';
import { RailDrawing } from './rail-drawing';
import { railTicks } from './rail-ticks';
import type { Month } from './shown-month';
import { timelineRows } from './timeline-rows';
import { Tools } from './tools';
import { useChargeFolds } from './use-charge-folds';
import { useEntries } from './use-entries';
import { useEntryInView } from './use-entry-in-view';
import { useEntrySelection, useFollowCorrection } from './use-entry-selection';
import { useOpenEntry } from './use-open-entry';
import { usePlaceInList } from './use-place-in-list';
import { useTimelineList } from './use-timeline-list';
import { useWaitingRows } from './use-waiting-rows';

const Rail = lazy(() => import('./rail'));
const RowWindow = lazy(() => import('./row-window'));

const nothing: readonly TimelineItem[] = [];

interface TimelineProps {
  readonly vehicle: Vehicle;
  readonly filters: Filters;
  readonly months: Columns<Month>;
  readonly totalsShown: boolean;
  /** How many rows are drawn before the window is known. */
  readonly firstRows: number;
  /** The newest entries, and where those below them begin. */
  readonly firstItems: Columns<TimelineItem>;
  readonly nextCursor: string | null;
  /** Up to where the tenant's events are on the page: what comes after is told as it comes. */
  readonly madeAt: number;
  /** The way into the past, and back. */
  readonly timeTravel: ReactNode;
}

/** A vehicle's history: tools, months of entries, the month rail, and the entry that is open. */
export function Timeline(props: TimelineProps) {
  const { vehicle, filters, totalsShown, firstItems, nextCursor, madeAt } = props;
  const months = useMemo(() => fromColumns(props.months), [props.months]);
  // Another page whenever something was written, be it far below what is in this one.
  const firstPage = useMemo(
    () => ({ items: fromColumns(firstItems), nextCursor, position: madeAt }),
    [firstItems, nextCursor, madeAt],
  );
  const [after] = useState(madeAt);
  const address = addressOf(vehicle.id, filters);
  const [before] = useState(() => placeBefore(address));
  const entries = useEntries(vehicle.id, filters, firstPage);
  const { items, sent, known, openWaiting } = useWaitingRows(entries, {
    vehicleId: vehicle.id,
    filters,
    madeAt,
  });
  const openId = useOwnSearch().get('event');
  // Whoever filters wants to see each; and what waits here is not folded away.
  const { folds, unfold, unfolded } = useChargeFolds(totalsShown ? sent : nothing, openId, before?.unfolded);
  const rows = useMemo(
    () => timelineRows(items, totalsShown ? months : [], folds),
    [items, totalsShown, months, folds],
  );
  const list = useTimelineList(address, rows, entries, props.firstRows);
  const { near, heights } = list;
  useKeptPlace(address, isFiltered(filters), { below: entries.below, near, heights, unfolded });
  const rested = useRested();
  const ticks = useMemo(() => railTicks(months), [months]);
  const selection = useEntrySelection(items, openId);
  const { open: openEntry } = selection;
  // The same function while nothing changes: else every row would be made anew with each that scrolls by.
  const onOpen = useCallback(
    (id: string, byKey: boolean) => openWaiting(id) || openEntry(id, byKey),
    [openWaiting, openEntry],
  );
  useFollowCorrection(entries.items, openId, selection);
  const open = useOpenEntry(vehicle.id, openId, known);
  const main = useRef<HTMLDivElement>(null);
  usePlaceInList(address, main);
  useEntryInView(openId, open, {
    vehicleId: vehicle.id,
    filters,
    items: known,
    scrollToEntry: list.scrollToEntry,
  });
  useEffect(() => rememberVehicle(vehicle.id), [vehicle.id]);

  return (
    <div className={openId ? 'tl tl--open' : 'tl'}>
      <div ref={main} className="tl__main">
        <Tools vehicle={vehicle} filters={filters} />
        {props.timeTravel}
        {!isPast(filters.view) && <LiveListener vehicleId={vehicle.id} after={after} />}
        {rows.length === 0 ? (
          <EmptyList vehicle={vehicle} filters={filters} />
        ) : (
          <EntryList
            list={list}
            entries={entries}
            openId={openId}
            onOpen={onOpen}
            onUnfold={unfold}
            vehicleId={vehicle.id}
            filters={filters}
          />
        )}
      </div>
      {rested && rows.length > 0 && (
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
      {(list.isWatched || (rested && rows.length === 0)) && ticks.length > 1 ? (
        <Suspense fallback={<RailDrawing ticks={ticks} />}>
          <Rail
            ticks={ticks}
            shown={list.shownMonth}
            vehicleId={vehicle.id}
            filters={filters}
            onJump={list.scrollToMonth}
          />
        </Suspense>
      ) : (
        <RailDrawing ticks={ticks} />
      )}
      {openId && (
        <OpenPanel key={openId} vehicle={vehicle} entry={open} view={filters.view} selection={selection} />
      )}
    </div>
  );
}
