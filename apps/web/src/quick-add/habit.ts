import { useEffect, useState } from 'react';
import type { Money } from '@odolog/units';
import { answer } from '@/api/client';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

/** Enough for the last twelve counts, also for somebody who fills partially. */
const recentFills = 60;
const offeredStations = 3;

/** What a vehicle's driver usually does at the pump. */
export interface Habit {
  /** Fills in a new fuel-up. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly lastPrice: Money | null;
  /** Where it was filled lately, each once, the latest first. */
  readonly stations: readonly string[];
  readonly energies: readonly string[];
}

/** The latest fills, newest first; undefined until they are known. Without a connection there is no habit, and the form works. */
export function useRecentFills(vehicleId: string): readonly TimelineItem[] | undefined {
  const [fills, setFills] = useState<readonly TimelineItem[]>();
  useEffect(() => {
    let wanted = true;
    const params = { path: { vehicleId }, query: { type: ['fuel'], limit: recentFills } };
    answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/timeline', { params }))
      .then(({ items }) => wanted && setFills(items))
      .catch(() => wanted && setFills([]));
    return () => {
      wanted = false;
    };
  }, [vehicleId]);
  return fills;
}

/** Habit as the latest fills show it. A price is habit only in the vehicle's own currency and unit. */
export function habitOf(fills: readonly Pick<TimelineItem, 'data'>[], vehicle: Vehicle): Habit {
  const last = fills[0]?.data;
  const lastPrice = last?.unitPrice as Money | undefined;
  const sameUnits =
    lastPrice?.currency === vehicle.currency &&
    (last?.volume as { unit?: string } | undefined)?.unit === vehicle.volumeUnit;
  const stations = fills.flatMap(({ data }) => (data.station as { name?: string } | undefined)?.name ?? []);
  const fuels = vehicle.energies.filter((energy) => energy !== 'electricity');
  const energy = last?.energy ?? fuels[0] ?? 'petrol';
  return {
    data: {
      fill: 'full',
      energy,
      ...(sameUnits && { unitPrice: lastPrice }),
      ...(stations[0] && { station: { name: stations[0] } }),
    },
    lastPrice: sameUnits ? lastPrice : null,
    stations: [...new Set(stations)].slice(0, offeredStations),
    energies: [...new Set([...fuels, String(energy)])],
  };
}
