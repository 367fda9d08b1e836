import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { chargeFolds, type ChargeFold } from './charge-folds';

const nothingUnfolded: ReadonlySet<string> = new Set();

interface ChargeFolds {
  /** By the id of each charge in them. */
  readonly folds: ReadonlyMap<string, ChargeFold>;
  readonly unfold: (fold: ChargeFold) => void;
  /** The ids of charges. */
  readonly unfolded: ReadonlySet<string>;
}

/** The charges that are folded: all that were not unfolded here, and in which none is open. */
export function useChargeFolds(
  items: readonly TimelineItem[],
  openId: string | null,
  unfoldedBefore = nothingUnfolded,
): ChargeFolds {
  const [unfolded, setUnfolded] = useState(unfoldedBefore);
  const all = useMemo(() => chargeFolds(items), [items]);
  const opened = openId === null ? undefined : all.get(openId);
  const folds = useMemo(() => {
    const isShown = (fold: ChargeFold) => fold === opened || fold.charges.some(({ id }) => unfolded.has(id));
    return new Map([...all].filter(([, fold]) => !isShown(fold)));
  }, [all, opened, unfolded]);
  const unfold = useCallback(
    ({ charges }: ChargeFold) => setUnfolded((known) => new Set([...known, ...charges.map(({ id }) => id)])),
    [],
  );
  // Whoever closes an entry goes on where it stood.
  useEffect(() => {
    if (opened) unfold(opened);
  }, [opened, unfold]);
  return { folds, unfold, unfolded };
}
