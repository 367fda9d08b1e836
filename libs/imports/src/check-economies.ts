import { consumptionFigures } from '@odolog/units';
import { fuelSegments, type Fill, type Segment } from '@odolog/vehicle';
import type { ToldEconomy } from './told-economy.js';

/** A fill-up of a file, with what the tracker worked out for it. */
export interface ToldFill {
  readonly row: number;
  readonly fill: Fill;
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
 * Half of the second decimal is what trackers round away. Fuelly also keeps distances in rounded miles (538 km of the odometer
 * are 537.994 in its own column), which moves the third decimal: 0.0055 at most in the exports that we know.
 */
const roundedAway = 0.006;

/** Compares every economy that a file tells with ours; null where it tells none. */
export function checkEconomies(fills: readonly ToldFill[]): EconomyCheck | null {
  const { segments } = fuelSegments(fills.map(({ fill }) => fill));
  const byEnd = new Map(segments.map((segment) => [segment.toEventId, segment]));
  const told = fills.flatMap((each) => (each.told ? [{ ...each, told: each.told }] : []));
  const differing = told.flatMap(({ row, fill, told: { value, unit } }) => {
    const segment = byEnd.get(fill.eventId);
    const ours = (segment?.status === 'closed' && consumptionFigures(segment)[unit]) || null;
    if (ours !== null && Math.abs(ours - value) <= roundedAway) return [];
    return [{ row, value, unit, ours, reason: segment ? reasonIn(segment) : reasonOf(fill) }];
  });
  if (told.length === 0) return null;
  return {
    counts: told.length,
    equal: told.length - differing.length,
    differing: differing.toSorted((a, b) => a.row - b.row),
  };
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
