import { useCallback } from 'react';
import type { Filters } from './filters';
import { useEntryInView } from './use-entry-in-view';
import { useEntrySelection, useFollowCorrection, type EntrySelection } from './use-entry-selection';
import { useOpenEntry, type OpenEntry } from './use-open-entry';
import type { ShownRows } from './use-shown-rows';

interface OpenedEntry {
  readonly entry: OpenEntry;
  readonly selection: EntrySelection;
  /** Opens an entry, or the form of one that waits. */
  readonly onOpen: (id: string, byKey: boolean) => void;
}

/** The entry that the address names: brought into the window, followed when it is corrected, and left by keys. */
export function useOpenedEntry(
  openId: string | null,
  { vehicleId, filters }: { vehicleId: string; filters: Filters },
  { items, known, entries, list, openWaiting }: ShownRows,
): OpenedEntry {
  const selection = useEntrySelection(items, openId);
  const { open } = selection;
  // The same function while nothing changes: else every row would be made anew with each that scrolls by.
  const onOpen = useCallback(
    (id: string, byKey: boolean) => openWaiting(id) || open(id, byKey),
    [openWaiting, open],
  );
  useFollowCorrection(entries.items, openId, selection);
  const entry = useOpenEntry(vehicleId, openId, known);
  const { scrollToEntry } = list;
  useEntryInView(openId, entry, { vehicleId, filters, items: known, scrollToEntry });
  return { entry, selection, onOpen };
}
