import { useEffect, useMemo, useState } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { useShownEntries } from '@/waiting/shown-entries';
import { recentFillsOf } from './recent-fills';

/** The latest fills of a vehicle, those of this device that were not sent first; undefined until they are known. Without any the form has no habit to go by, and works. */
export function useRecentFills(vehicleId: string): readonly TimelineItem[] | undefined {
  const { owner } = useViewer();
  const [fills, setFills] = useState<readonly TimelineItem[]>();
  useEffect(() => {
    let wanted = true;
    void recentFillsOf(vehicleId, owner).then((found) => wanted && setFills(found));
    return () => {
      wanted = false;
    };
  }, [vehicleId, owner]);
  const shown = useShownEntries();
  return useMemo(() => {
    const here = shown.filter(({ entry }) => entry.vehicleId === vehicleId && entry.item.type === 'fuel');
    const known = new Set(fills?.map(({ id }) => id));
    return (
      fills && [
        ...here
          .map(({ entry }) => entry.item)
          .filter(({ id }) => !known.has(id))
          .reverse(),
        ...fills,
      ]
    );
  }, [fills, shown, vehicleId]);
}
