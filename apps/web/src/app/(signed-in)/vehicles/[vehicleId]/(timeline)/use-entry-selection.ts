import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import { changeAddress } from '@/address/own-search';
import type { TimelineItem } from '@/api/schema.gen';
import { isTyping } from '@/frame/shortcuts';

export interface EntrySelection {
  /** @param byKey whoever has no mouse goes on inside of what opens */
  readonly open: (id: string, byKey: boolean) => void;
  readonly close: () => void;
  /** Opens the entry that many below the open one; negative is above, which is later. */
  readonly step: (by: number) => void;
  /** Whether what is open was opened without a mouse. */
  readonly byKey: RefObject<boolean>;
}

/** Which entry is open is in the address, changed without asking the server. `j` and `k` walk, Escape closes. */
export function useEntrySelection(items: readonly TimelineItem[], openId: string | null): EntrySelection {
  const byKey = useRef(false);
  const open = useCallback(
    (id: string, opensByKey: boolean) => {
      byKey.current = opensByKey;
      show(id, openId === null);
    },
    [openId],
  );
  const close = useCallback(() => {
    show(null, false);
    // What was just corrected stands under the id of its correction.
    const row = items.find(({ id, correctsId }) => id === openId || correctsId === openId);
    if (byKey.current && row) rowLink(row.id)?.focus({ preventScroll: true });
  }, [items, openId]);
  const step = useCallback(
    (by: number) => {
      // The address is ahead of what is rendered when keys come fast.
      const current = new URL(window.location.href).searchParams.get('event');
      const at = items.findIndex(({ id }) => id === current);
      const next = items[at === -1 ? 0 : at + by];
      if (next) open(next.id, byKey.current);
    },
    [items, open],
  );

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const by = { j: 1, k: -1 }[event.key];
      if (!by && event.key !== 'Escape') return;
      byKey.current = true;
      if (by) step(by);
      else if (openId) close();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step, close, openId]);

  return useMemo(() => ({ open, close, step, byKey }), [open, close, step]);
}

/** Whoever has an entry open that is corrected goes on in the entry that stands in its place. */
export function useFollowCorrection(
  items: readonly TimelineItem[],
  openId: string | null,
  { open, byKey }: EntrySelection,
): void {
  useEffect(() => {
    if (!openId || items.some(({ id }) => id === openId)) return;
    const correction = items.find(({ correctsId }) => correctsId === openId);
    if (correction) open(correction.id, byKey.current);
  }, [items, openId, open, byKey]);
}

const rowLink = (id: string) => document.querySelector<HTMLAnchorElement>(`.row a[href$="event=${id}"]`);

function show(id: string | null, asNewPage: boolean): void {
  const address = new URL(window.location.href);
  if (id) address.searchParams.set('event', id);
  else address.searchParams.delete('event');
  changeAddress(address, asNewPage);
}
