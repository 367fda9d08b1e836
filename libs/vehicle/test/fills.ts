import type { Fill } from '../src/fuel-stops.js';

/** What a fill says of itself, where it is no full one of petrol without a reading. */
export type Change = Partial<Fill>;

/** A day apart each, named by their place: `fills(full(40, 1000), partial(10, 1500))`. */
export function fills(...changes: Change[]): Fill[] {
  return changes.map((change, index) => {
    const date = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      eventId: `${index + 1}`,
      date,
      occurredAt: `${change.date ?? date}T11:00:00.000Z`,
      sequence: index + 1,
      odometerM: null,
      kind: 'petrol',
      fill: 'full',
      missedPrevious: false,
      ...change,
    };
  });
}

/** To the brim, in litres; the reading in kilometres. */
export const full = (litres: number, km: number | null): Change => ({
  fill: 'full',
  volumeMl: Math.round(litres * 1000),
  odometerM: km === null ? null : km * 1000,
});
/** Not to the brim. */
export const partial = (litres: number, km: number | null): Change => ({
  ...full(litres, km),
  fill: 'partial',
});
