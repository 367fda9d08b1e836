'use client';

import { useFormatter } from 'next-intl';
import { useSyncExternalStore } from 'react';

/** An instant by the clock of this browser, and by which: for whoever is not known. Until the browser has said it, by UTC. */
export function MomentHere({ at }: { at: string }) {
  const timeZone = useSyncExternalStore(never, zoneHere, () => 'UTC');
  const { dateTime } = useFormatter();
  return dateTime(new Date(at), { ...withItsZone, timeZone });
}

const withItsZone = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const never = () => () => {};
