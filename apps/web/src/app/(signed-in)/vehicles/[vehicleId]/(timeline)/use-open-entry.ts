import { useEffect, useMemo, useState } from 'react';
import type { TimelineItem } from '@/api/schema.gen';

export interface OpenEntry {
  readonly item?: TimelineItem;
  /** Why it could not be read. */
  readonly failure?: unknown;
}

const onItsWay: OpenEntry = {};

/** The entry that the address names: the list's, or, for one further down, as the API has it. The same while nothing of it changes. */
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
  const listed = useMemo(() => item && { item }, [item]);
  return listed ?? (fetched.id === eventId ? fetched : onItsWay);
}
