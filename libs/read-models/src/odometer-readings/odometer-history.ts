import type { DistanceUnit } from '@odolog/units';

/** A reading as typed, and in metres. Void ones are shown and ignored by every calculation. */
export interface HistoricReading {
  readonly eventId: string;
  readonly date: string;
  readonly occurredAt: string;
  /** False when `occurredAt` is only a place in the order of the day. */
  readonly timeKnown: boolean;
  readonly odometer: { readonly value: number; readonly unit: DistanceUnit; readonly void?: boolean };
  readonly odometerM: number;
  /** Metres as if one odometer had counted from the first reading on; of a void one, null. */
  readonly trueM: number | null;
  readonly void: boolean;
}

/** Readings newest first. `current` is the one in force: see `readingInForce`. */
export interface OdometerHistory {
  readonly readings: readonly HistoricReading[];
  readonly current: HistoricReading | null;
}
