/** A distance, what it took, and the figures that people compare. A figure is missing where there is nothing to divide. */
export interface Consumption {
  readonly distanceM: number;
  readonly volumeMl: number;
  readonly energyWh: number;
  readonly lPer100Km?: number;
  readonly kmPerL?: number;
  readonly mpgUs?: number;
  readonly mpgUk?: number;
  readonly kWhPer100Km?: number;
  readonly miPerKWh?: number;
  readonly mpge?: number;
}

/** Of charges: what came out of the socket and what was paid for, where it is known. `energyWh` is what the battery took. */
export interface Charging {
  readonly drawnWh?: number;
  readonly billedWh?: number;
  /** What of the drawn energy did not reach the battery. */
  readonly lossPercent?: number;
}

/** `closed`: a figure. `void`: a fill in between was not recorded. `anomaly`: no distance between two anchors. */
export type SegmentStatus = 'closed' | 'void' | 'anomaly';

/** From one full fill to the next; it belongs to the fill that closes it. Figures only where `status` is `closed`. */
export interface FuelSegment extends Consumption, Charging {
  readonly energy: string;
  readonly fromEventId: string;
  readonly toEventId: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly fromOdometerM: number;
  readonly toOdometerM: number;
  readonly status: SegmentStatus;
  /** Why there is no figure; null for a closed segment. */
  readonly reason: string | null;
}

/** Sum of volume by sum of distance over the closed segments of one energy, never the mean of ratios. */
export interface EnergyAverage extends Consumption, Charging {
  readonly energy: string;
  /** How many closed segments it was made of. */
  readonly segments: number;
}

/** Segments newest first, and one average for each energy. */
export interface FuelEconomy {
  readonly segments: readonly FuelSegment[];
  readonly averages: readonly EnergyAverage[];
}

/**
 * What a timeline row may say about the fill it shows. `open`: the fill is part of a segment that another fill closes
 * or that nothing has closed yet, or it is the first anchor; `reason` says which.
 */
export interface EventEconomy extends Consumption {
  readonly segmentStatus: SegmentStatus | 'open';
  readonly reason: string | null;
  /** Of a closed segment, beside the average of all closed ones: 7 is 7 % more energy per distance, whatever the unit. */
  readonly comparedToAveragePercent?: number;
  /** The last twelve closed segments up to this one, in millilitres (or watt-hours) per kilometre. */
  readonly range?: {
    readonly min: number;
    readonly max: number;
    readonly average: number;
    readonly value: number;
  };
}
