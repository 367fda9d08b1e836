import { useCallback, useEffect, useMemo } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { isTyping } from '@/frame/shortcuts';

export interface EntrySelection {
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Opens the entry that many below the open one; negative is above, which is later. */
  readonly step: (by: number) => void;
}

/** Which entry is open is in the address, changed without asking the server. `j` and `k` walk, Escape closes. */
export function useEntrySelection(items: readonly TimelineItem[], openId: string | null): EntrySelection {
  const open = useCallback((id: string) => show(id, openId === null), [openId]);
  const close = useCallback(() => show(null, false), []);
  const step = useCallback(
    (by: number) => {
      // The address is ahead of what is rendered when keys come fast.
      const current = new URL(window.location.href).searchParams.get('event');
      const at = items.findIndex(({ id }) => id === current);
      const next = items[at === -1 ? 0 : at + by];
      if (next) open(next.id);
    },
    [items, open],
  );

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === 'Escape' && openId) close();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step, close, openId]);

  return useMemo(() => ({ open, close, step }), [open, close, step]);
}

function show(id: string | null, asNewPage: boolean): void {
  const address = new URL(window.location.href);
  if (id) address.searchParams.set('event', id);
  else address.searchParams.delete('event');
  if (asNewPage) window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}
