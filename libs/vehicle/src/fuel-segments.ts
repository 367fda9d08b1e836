import type { Consumed } from '@odolog/units';
import { stopsOf, type Fill, type OdometerStep, type Stop } from './fuel-stops.js';

/** Of charges beside what the battery took; zero where none says so. */
export interface Charged {
  /** What came out of the socket. */
  readonly drawnWh: number;
  /** What the battery took in those charges that say what was drawn: the rest is loss. */
  readonly measuredWh: number;
  readonly billedWh: number;
}

/** From one full fill to the next, of one energy. It belongs to the fill that closes it. Canonical integers. */
export interface Segment extends Consumed, Charged {
  readonly energy: string;
  readonly fromEventId: string;
  readonly toEventId: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly fromOdometerM: number;
  readonly toOdometerM: number;
  /** Only a closed segment has a figure and counts in the average. */
  readonly status: 'closed' | 'void' | 'anomaly';
  /** Why there is no figure; null for a closed segment. */
  readonly reason: SegmentReason | null;
  /** The fills whose energy is counted in it, in order; the last one closes it. */
  readonly eventIds: readonly string[];
}

/**
 * `missed-fill`: a fill in between was not recorded. `no-distance`: an anchor below the one before.
 * `other-level`: a battery was charged to another level at its end than at its beginning.
 */
export type SegmentReason = 'missed-fill' | 'no-distance' | 'other-level';

/** What has been filled since the last anchor: partial fills that the next full fill will take up. */
export interface OpenSegment extends Pick<Consumed, 'volumeMl' | 'energyWh'> {
  readonly energy: string;
  /** The anchor that it counts from; null before the first full fill. */
  readonly fromEventId: string | null;
  readonly fromDate: string | null;
  readonly fromOdometerM: number | null;
  /** A fill was missed: the next full fill only anchors. */
  readonly void: boolean;
  readonly eventIds: readonly string[];
}

/** Sum of energy by sum of distance over the closed segments of one energy, never the mean of ratios. */
export interface Average extends Consumed, Charged {
  readonly energy: string;
  /** How many closed segments it was made of. */
  readonly segments: number;
}

/** What a vehicle's fills say about its economy. Segments oldest first within each energy. */
export interface FuelEconomy {
  readonly segments: readonly Segment[];
  /** One for each energy that was ever filled. */
  readonly open: readonly OpenSegment[];
  readonly averages: readonly Average[];
}

/**
 * Folds fills into segments, each energy apart. The order in which the fills are given is of no account. Distance is true
 * distance: over `steps`, at which the odometer was replaced, it goes on. A charge closes the segment that began at the same
 * level; who changes the level for good is measured anew from the first charge to it.
 * @param fromEventId a fill that closed a segment: what comes before its stop is left out, and it is the first anchor
 * Figures of a segment or an average: `consumptionFigures` of units.
 */
export function fuelSegments(
  fills: readonly Fill[],
  steps: readonly OdometerStep[] = [],
  fromEventId?: string,
): FuelEconomy {
  const energies = [...Map.groupBy(fills, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  const folded = energies.map(([energy, ofEnergy]) =>
    foldOf(energy, stopsFrom(stopsOf(ofEnergy, steps), fromEventId)),
  );
  return {
    segments: folded.flatMap(({ segments }) => segments),
    open: folded.map(({ open }) => open),
    averages: folded.flatMap(({ segments }) => averageOf(segments)),
  };
}

/** From the stop of that fill on; all of them without one. */
function stopsFrom(stops: readonly Stop[], eventId: string | undefined): readonly Stop[] {
  if (eventId === undefined) return stops;
  return stops.slice(stops.findIndex(({ fills }) => fills.some((fill) => fill.eventId === eventId)));
}

interface Anchor {
  readonly eventId: string;
  readonly date: string;
  readonly odometerM: number;
  readonly trueM: number;
  /** Of a battery, in thousandths; null for what is full when it is full. */
  readonly level: number | null;
}

/** An anchor at another level than the segment began with: from it on is measured when that level comes again. */
interface Rival {
  readonly anchor: Anchor;
  /** How many of the pending fills lie up to it. */
  readonly fills: number;
}

function foldOf(energy: string, stops: readonly Stop[]): { segments: Segment[]; open: OpenSegment } {
  const segments: Segment[] = [];
  let anchor: Anchor | undefined;
  let pending: Fill[] = [];
  let missed = false;
  let rivals = new Map<number | null, Rival>();
  for (const stop of stops) {
    pending.push(...stop.fills);
    missed ||= stop.missedPrevious;
    const reached = anchorOf(stop);
    if (!reached) continue;
    if (anchor && !missed && reached.level !== anchor.level) {
      const rival = rivals.get(reached.level);
      if (!rival) {
        rivals.set(reached.level, { anchor: reached, fills: pending.length });
        continue;
      }
      const [before, since] = [pending.slice(0, rival.fills), pending.slice(rival.fills)];
      segments.push(segmentBetween(anchor, rival.anchor, { energy, fills: before, missed }));
      segments.push(segmentBetween(rival.anchor, reached, { energy, fills: since, missed }));
    } else if (anchor) segments.push(segmentBetween(anchor, reached, { energy, fills: pending, missed }));
    anchor = reached;
    pending = [];
    missed = false;
    rivals = new Map();
  }
  return {
    segments,
    open: { energy, ...openFrom(anchor), ...amountOf(pending), void: missed, eventIds: idsOf(pending) },
  };
}

/** A full fill with a valid reading. */
function anchorOf({ full, odometerM, trueM, fills }: Stop): Anchor | undefined {
  const closing = fills.at(-1);
  return full && odometerM !== null && trueM !== null && closing
    ? { eventId: closing.eventId, date: closing.date, odometerM, trueM, level: closing.levelPermille ?? null }
    : undefined;
}

function segmentBetween(
  from: Anchor,
  to: Anchor,
  { energy, fills, missed }: { energy: string; fills: readonly Fill[]; missed: boolean },
): Segment {
  const distanceM = to.trueM - from.trueM;
  const reason = reasonOf(distanceM, missed, from.level !== to.level);
  return {
    energy,
    fromEventId: from.eventId,
    toEventId: to.eventId,
    fromDate: from.date,
    toDate: to.date,
    fromOdometerM: from.odometerM,
    toOdometerM: to.odometerM,
    distanceM,
    ...amountOf(fills),
    ...chargedOf(fills),
    status: reason === null ? 'closed' : reason === 'no-distance' ? 'anomaly' : 'void',
    reason,
    eventIds: idsOf(fills),
  };
}

function reasonOf(distanceM: number, missed: boolean, levelDiffers: boolean): SegmentReason | null {
  if (missed) return 'missed-fill';
  if (levelDiffers) return 'other-level';
  return distanceM <= 0 ? 'no-distance' : null;
}

function openFrom(anchor: Anchor | undefined) {
  return {
    fromEventId: anchor?.eventId ?? null,
    fromDate: anchor?.date ?? null,
    fromOdometerM: anchor?.odometerM ?? null,
  };
}

type Counted = Pick<Segment, 'energy' | 'status' | 'distanceM' | 'volumeMl' | 'energyWh' | keyof Charged>;

/** Of segments of one energy: none while nothing is closed. */
export function averageOf(segments: readonly Counted[]): Average[] {
  const closed = segments.filter(({ status }) => status === 'closed');
  const [first] = closed;
  if (!first) return [];
  const distanceM = closed.reduce((sum, segment) => sum + segment.distanceM, 0);
  const sum = (part: keyof Charged) => closed.reduce((total, segment) => total + segment[part], 0);
  const charged = { drawnWh: sum('drawnWh'), measuredWh: sum('measuredWh'), billedWh: sum('billedWh') };
  return [{ energy: first.energy, segments: closed.length, distanceM, ...amountOf(closed), ...charged }];
}

function amountOf(parts: readonly { readonly volumeMl?: number; readonly energyWh?: number }[]) {
  return {
    volumeMl: parts.reduce((sum, { volumeMl = 0 }) => sum + volumeMl, 0),
    energyWh: parts.reduce((sum, { energyWh = 0 }) => sum + energyWh, 0),
  };
}

function chargedOf(fills: readonly Fill[]): Charged {
  const measured = fills.filter(({ drawnWh }) => drawnWh !== undefined);
  return {
    drawnWh: measured.reduce((sum, { drawnWh = 0 }) => sum + drawnWh, 0),
    measuredWh: measured.reduce((sum, { energyWh = 0 }) => sum + energyWh, 0),
    billedWh: fills.reduce((sum, { billedWh = 0 }) => sum + billedWh, 0),
  };
}

function idsOf(fills: readonly Fill[]): string[] {
  return fills.map(({ eventId }) => eventId);
}
