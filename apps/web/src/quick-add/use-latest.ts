import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { TimelineItem, TimelinePage } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

/** Among so many there is one of the category or the work in question, if ever there was. */
const limit = 50;

export interface Latest {
  readonly items: readonly TimelineItem[];
  /** There are others before these. */
  readonly more: boolean;
}

/** The latest entries of a type; undefined while they are not known, as without a connection. */
export function useLatest(vehicleId: string, type: string): Latest | undefined {
  const [known, setKnown] = useState<{ type: string; page: TimelinePage }>();
  useEffect(() => {
    let wanted = true;
    const params = { path: { vehicleId }, query: { type: [type], limit } };
    answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/timeline', { params }))
      .then((page) => wanted && setKnown({ type, page }))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [vehicleId, type]);
  if (known?.type !== type) return undefined;
  return { items: known.page.items, more: known.page.nextCursor !== null };
}
