import { useMemo, useState } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { fromColumns } from '@/columns/columns';
import type { ChargeFold } from './charge-folds';
import { addressOf, isFiltered } from './filters';
import { placeBefore, useKeptPlace } from './kept-place';
import type { Month } from './shown-month';
import type { TimelineProps } from './timeline-props';
import { timelineRows, type TimelineRow } from './timeline-rows';
import { useChargeFolds } from './use-charge-folds';
import { useEntries, type Entries } from './use-entries';
import { useTimelineList, type TimelineList } from './use-timeline-list';
import { useWaitingRows } from './use-waiting-rows';

export interface ShownRows {
  readonly rows: readonly TimelineRow[];
  /** Those near the window, and the ways to move among all. */
  readonly list: TimelineList;
  /** As the server has them, and how more of them are loaded. */
  readonly entries: Entries;
  /** Those of the rows, with what waits on this device. */
  readonly items: readonly TimelineItem[];
  /** And what a waiting correction hides in the rows. */
  readonly known: readonly TimelineItem[];
  /** False for an entry that does not wait. */
  readonly openWaiting: (id: string) => boolean;
  readonly unfold: (fold: ChargeFold) => void;
}

const nothing: readonly TimelineItem[] = [];

/** The rows of a timeline: entries of the server and of this device in their months, with charges folded. */
export function useShownRows(
  page: TimelineProps,
  months: readonly Month[],
  openId: string | null,
): ShownRows {
  const { vehicle, filters, totalsShown, firstItems, nextCursor, madeAt, firstRows } = page;
  // Another page whenever something was written, be it far below what is in this one.
  const firstPage = useMemo(
    () => ({ items: fromColumns(firstItems), nextCursor, position: madeAt }),
    [firstItems, nextCursor, madeAt],
  );
  const entries = useEntries(vehicle.id, filters, firstPage);
  const { items, sent, known, openWaiting } = useWaitingRows(entries, {
    vehicleId: vehicle.id,
    filters,
    madeAt,
  });
  const address = addressOf(vehicle.id, filters);
  const [before] = useState(() => placeBefore(address));
  // Whoever filters wants to see each; and what waits here is not folded away.
  const { folds, unfold, unfolded } = useChargeFolds(totalsShown ? sent : nothing, openId, before?.unfolded);
  const rows = useMemo(
    () => timelineRows(items, totalsShown ? months : [], folds),
    [items, totalsShown, months, folds],
  );
  const list = useTimelineList(address, rows, entries, firstRows);
  const { near, heights } = list;
  useKeptPlace(address, isFiltered(filters), { below: entries.below, near, heights, unfolded });
  return { rows, list, entries, items, known, openWaiting, unfold };
}
