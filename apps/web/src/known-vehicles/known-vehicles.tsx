'use client';

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { VehicleGlance } from '@/api/schema.gen';
import { fromColumns, type Columns } from '@/columns/columns';

interface KnownVehicles {
  /** Those at hand first. */
  readonly vehicles: readonly VehicleGlance[];
  /** Whether there is no more to come. */
  readonly settled: boolean;
  /** Fetches those of a fleet that are not at hand, once. */
  readonly ask: () => void;
  readonly meet: (vehicle: VehicleGlance) => void;
}

const KnownVehiclesContext = createContext<KnownVehicles>({
  vehicles: [],
  settled: true,
  ask: () => undefined,
  meet: () => undefined,
});

/** What the entry form, the jump list and the keys know of the vehicles that the person may see. */
export const useKnownVehicles = () => use(KnownVehiclesContext);

interface KnownVehiclesProviderProps {
  /** What every page carries: all of a household, and of a fleet those written to last. */
  readonly atHand: Columns<VehicleGlance>;
  /** How many there are in all. */
  readonly count: number;
  readonly children: ReactNode;
}

export function KnownVehiclesProvider({ atHand: sent, count, children }: KnownVehiclesProviderProps) {
  const atHand = useMemo(() => fromColumns(sent), [sent]);
  const [met, setMet] = useState<VehicleGlance>();
  const [rest, setRest] = useState<readonly VehicleGlance[]>();
  const [settled, setSettled] = useState(atHand.length >= count);
  const asked = useRef(false);

  // A fleet that grew or shrank is asked for again when it is next wanted.
  useEffect(() => {
    asked.current = false;
    setSettled(atHand.length >= count);
  }, [atHand.length, count]);

  const ask = useCallback(() => {
    if (asked.current || atHand.length >= count) return;
    asked.current = true;
    // Without a connection those at hand must do.
    reader()
      .then(({ readGlances }) => readGlances())
      .then(setRest)
      .catch(() => (asked.current = false))
      .finally(() => setSettled(true));
  }, [atHand.length, count]);

  const known = useMemo(() => {
    const vehicles = [...new Map([...(rest ?? []), ...(met ? [met] : []), ...atHand].map(byId)).values()];
    const first = new Set(atHand.map(({ id }) => id));
    const { near = [], far = [] } = Object.groupBy(vehicles, ({ id }) => (first.has(id) ? 'near' : 'far'));
    return { vehicles: [...near, ...far], settled, ask, meet: setMet };
  }, [atHand, met, rest, settled, ask]);

  return <KnownVehiclesContext value={known}>{children}</KnownVehiclesContext>;
}

/** Fetched when there are others than those at hand: to show a page takes no client of the API. */
const reader = () => import('./read-glances');

const byId = (vehicle: VehicleGlance) => [vehicle.id, vehicle] as const;

/** Makes the vehicle of a page known, be it at hand or not: what is entered there is entered for it. */
export function MeetVehicle({ vehicle }: { vehicle: VehicleGlance }) {
  const { meet } = useKnownVehicles();
  useEffect(() => meet(vehicle), [meet, vehicle]);
  return null;
}
