import { useCallback, useEffect, useMemo } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { useQuickAdd } from '@/quick-add/quick-add-context';
import { isPast } from '@/time-travel/point-of-view';
import { hideSent, isLeft, useShownEntries } from '@/waiting/shown-entries';
import type { Filters } from './filters';
import type { Entries } from './use-entries';
import { withWaiting } from './with-waiting';

interface Page {
  readonly vehicleId: string;
  readonly filters: Filters;
  /** Up to where the tenant's events are on the page. */
  readonly madeAt: number;
}

/**
 * The entries of a timeline with those of this device among them. What was not sent opens in the form. While nothing waits,
 * all are one list: of thousands of entries none is looked at with each page that comes below.
 */
export function useWaitingRows(entries: Entries, { vehicleId, filters, madeAt }: Page) {
  const shown = useShownEntries();
  const { open } = useQuickAdd();
  useEffect(() => hideSent(madeAt), [madeAt]);
  const items = useMemo((): readonly TimelineItem[] => {
    if (isPast(filters.view)) return entries.items;
    const here = shown.filter(({ entry }) => entry.vehicleId === vehicleId);
    return withWaiting(
      entries,
      here.map(({ entry }) => entry.item),
      filters,
    );
  }, [entries, shown, vehicleId, filters]);

  /** False for an entry that the server has, or will have in a moment. */
  const openWaiting = useCallback(
    (id: string): boolean => {
      const found = shown.find((one) => one.entry.id === id && isLeft(one));
      if (found) open({ waiting: found.entry });
      return found !== undefined;
    },
    [shown, open],
  );
  const nothingWaits = items === entries.items;
  const sent = useMemo(() => {
    if (nothingWaits) return items;
    const ofServer = new Set(entries.items);
    return items.filter((item) => ofServer.has(item));
  }, [nothingWaits, items, entries.items]);
  // What a waiting correction hides in the list is still what the server has.
  const known = useMemo(
    () => (nothingWaits ? items : [...new Set([...items, ...entries.items])]),
    [nothingWaits, items, entries.items],
  );
  return { items, sent, known, openWaiting };
}
