import { useEffect, useState } from 'react';
import type { TimelineItem } from '@/api/schema.gen';

export interface OpenEntry {
  readonly item?: TimelineItem;
  /** Why it could not be read. */
  readonly failure?: unknown;
}

/** The entry that the address names: the list's, or, for one further down, as the API has it. */
export function useOpenEntry(
  vehicleId: string,
  eventId: string | null,
  items: readonly TimelineItem[],
): OpenEntry {
  const [fetched, setFetched] = useState<OpenEntry & { readonly id?: string }>({});
  const item = items.find(({ id }) => id === eventId);
  const unknown = item ? null : eventId;
  useEffect(() => {
    if (!unknown) return undefined;
    let wanted = true;
    import('./read-entries')
      .then(({ readEntry }) => readEntry(vehicleId, unknown))
      .then((read) => wanted && setFetched({ id: unknown, item: read }))
      .catch((failure: unknown) => wanted && setFetched({ id: unknown, failure }));
    return () => {
      wanted = false;
    };
  }, [vehicleId, unknown]);
  if (item) return { item };
  return fetched.id === eventId ? fetched : {};
}
