import { consumptionFigures } from '@odolog/units';
import { fuelSegments, type Fill, type Segment } from '@odolog/vehicle';
import type { ToldEconomy } from './told-economy.js';

/** A fill-up of a file, with what the tracker worked out for it. */
export interface ToldFill {
  readonly row: number;
  readonly fill: Fill;
  /** What was filled in as the file writes it, in whatever unit. */
  readonly volume?: number | undefined;
  readonly told?: ToldEconomy | undefined;
}

/**
 * Why a figure is not that of the tracker. `partial`: it was given to a partial fill. `no-reading`: to one without a reading.
 * `no-anchor`: no full tank was logged before. `missed-fill`: a fill in between is said to be missing. `no-distance`: the
 * reading is not above the one before. `partial-inside`: partial fills before it are counted in. `other`: none of these.
 */
export const differences = [
  'partial',
  'no-reading',
  'no-anchor',
  'missed-fill',
  'no-distance',
  'partial-inside',
  'other',
] as const;

/** A figure of the tracker that is not ours; ours is null where nobody can know one. */
export interface DifferingEconomy extends ToldEconomy {
  readonly row: number;
  readonly ours: number | null;
  readonly reason: (typeof differences)[number];
}

/** How the figures of a tracker compare with those that follow from the fill-ups of its file. */
export interface EconomyCheck {
  /** How many the file tells. */
  readonly counts: number;
  readonly equal: number;
  /** In the order of the file. */
  readonly differing: DifferingEconomy[];
}

/**
 * Compares every economy that a file tells with ours; null where it tells none.
 *
 * Equal is what differs by no more than was rounded away before it was written: half of the last decimal of the figure, and half
 * of the last decimal of each volume in it, since a tracker that keeps another unit writes it rounded too (Fuelly keeps gallons).
 * How many decimals these have, the longest of the file says: trackers leave zeros out at the end. Readings are whole, and the
 * distances that Fuelly rounds to hundredths of a mile move a figure by less than a volume does.
 */
export function checkEconomies(fills: readonly ToldFill[]): EconomyCheck | null {
  const { segments } = fuelSegments(fills.map(({ fill }) => fill));
  const byEnd = new Map(segments.map((segment) => [segment.toEventId, segment]));
  const volumes = new Map(fills.map(({ fill, volume }) => [fill.eventId, volume ?? 0]));
  const halfOfLast = {
    figure: halfOfLastDecimal(fills.flatMap((each) => each.told?.value ?? [])),
    volume: halfOfLastDecimal([...volumes.values()]),
  };
  const roundedAway = (ours: number, { eventIds }: Segment): number => {
    const volume = eventIds.reduce((sum, id) => sum + (volumes.get(id) ?? 0), 0);
    return halfOfLast.figure + (volume && (ours * halfOfLast.volume * eventIds.length) / volume);
  };
  const told = fills.flatMap((each) => (each.told ? [{ ...each, told: each.told }] : []));
  const differing = told.flatMap(({ row, fill, told: { value, unit } }) => {
    const segment = byEnd.get(fill.eventId);
    const ours = (segment?.status === 'closed' && consumptionFigures(segment)[unit]) || null;
    if (segment && ours !== null && Math.abs(ours - value) <= roundedAway(ours, segment)) return [];
    return [{ row, value, unit, ours, reason: segment ? reasonIn(segment) : reasonOf(fill) }];
  });
  if (told.length === 0) return null;
  return {
    counts: told.length,
    equal: told.length - differing.length,
    differing: differing.toSorted((a, b) => a.row - b.row),
  };
}

/** What is exactly a half may come out a trifle above it. */
const floatNoise = 1e-9;

function halfOfLastDecimal(written: readonly number[]): number {
  const decimals = written.map((value) => String(value).split('.')[1]?.length ?? 0);
  return 10 ** -Math.max(0, ...decimals) / 2 + floatNoise;
}

function reasonIn({ reason, eventIds }: Segment): DifferingEconomy['reason'] {
  if (reason === 'missed-fill' || reason === 'no-distance') return reason;
  return eventIds.length > 1 ? 'partial-inside' : 'other';
}

/** Of a fill that ends no stretch. */
function reasonOf({ fill, odometerM }: Fill): DifferingEconomy['reason'] {
  if (fill === 'partial') return 'partial';
  return odometerM === null ? 'no-reading' : 'no-anchor';
}
