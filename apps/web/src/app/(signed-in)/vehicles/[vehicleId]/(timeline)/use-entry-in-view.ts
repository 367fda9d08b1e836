import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { addressOf, type Filters } from './filters';
import type { OpenEntry } from './use-open-entry';

interface List {
  readonly vehicleId: string;
  readonly filters: Filters;
  readonly items: readonly TimelineItem[];
  /** False while the window is not watched yet. */
  readonly scrollToEntry: (id: string) => boolean;
}

/**
 * Brings the row of the entry that was just opened into the window, by a link too; for one further down than what is loaded
 * the list begins at its day. Once for each: whoever scrolls on is not called back.
 */
export function useEntryInView(openId: string | null, { item }: OpenEntry, list: List): void {
  const { vehicleId, filters, items, scrollToEntry } = list;
  const router = useRouter();
  const shown = useRef<string>(null);
  const lookedFor = useRef<string>(null);
  useEffect(() => {
    if (!openId || !item || shown.current === openId) return;
    if (items.includes(item)) {
      if (scrollToEntry(openId)) shown.current = openId;
    } else if (lookedFor.current !== openId) {
      lookedFor.current = openId;
      const address = new URL(addressOf(vehicleId, { ...filters, to: item.date }), window.location.href);
      address.searchParams.set('event', openId);
      router.replace(`${address.pathname}${address.search}`, { scroll: false });
    }
  }, [openId, item, items, scrollToEntry, router, vehicleId, filters]);
}
