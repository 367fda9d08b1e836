import type { EnergyFact } from '@odolog/events';

/** A fill as the fold of fuel economy needs it: an event's energy fact and its place. */
export interface Fill extends EnergyFact {
  readonly eventId: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  /** Tie-break of fills at one instant: the order version. */
  readonly sequence: number;
  /** Metres; null where there is no reading or it is void. */
  readonly odometerM: number | null;
}

/** Where the odometer was replaced: by how much true distance is ahead of the new one from there on. */
export interface OdometerStep {
  readonly date: string;
  readonly occurredAt: string;
  readonly sequence: number;
  /** Metres: what the old one showed last, less what the new one showed first. */
  readonly stepM: number;
}

/** A fill with its place on an odometer that never was replaced. */
interface PlacedFill extends Fill {
  readonly trueM: number | null;
}

/** One or more fills of one energy at one reading: two pumps, a can and a pump, or a top-up days later. They count as one. */
export interface Stop {
  readonly fills: readonly Fill[];
  readonly odometerM: number | null;
  /** Metres as if one odometer had counted all along. */
  readonly trueM: number | null;
  readonly full: boolean;
  readonly missedPrevious: boolean;
}

/**
 * Fills of one energy, grouped into stops, oldest first. Valid readings ascend along date, instant and sequence, so that
 * order is theirs too; within a stop a partial fill comes before the full one whichever was entered first.
 */
export function stopsOf(fills: readonly Fill[], steps: readonly OdometerStep[] = []): Stop[] {
  const groups: PlacedFill[][] = [];
  for (const fill of placed(fills, steps)) {
    const start = groups.findLastIndex(([first]) => first && first.trueM !== null);
    const [first] = groups[start] ?? [];
    if (first && fill.trueM === first.trueM) {
      // Whatever was filled without a reading in between was filled at this reading.
      groups.splice(start, groups.length - start, [...groups.slice(start).flat(), fill]);
    } else {
      groups.push([fill]);
    }
  }
  return groups.map((group) => {
    const ordered = group.toSorted((a, b) => Number(a.fill === 'full') - Number(b.fill === 'full'));
    return {
      fills: ordered,
      odometerM: group[0]?.odometerM ?? null,
      trueM: group[0]?.trueM ?? null,
      full: group.some(({ fill, odometerM }) => fill === 'full' && odometerM !== null),
      missedPrevious: group.some(({ missedPrevious }) => missedPrevious),
    };
  });
}

/** Oldest first, each further on by the replacements before it. */
function placed(fills: readonly Fill[], steps: readonly OdometerStep[]): PlacedFill[] {
  const left = steps.toSorted(chronologically);
  let aheadM = 0;
  return fills.toSorted(chronologically).map((fill) => {
    while (left[0] && chronologically(left[0], fill) < 0) aheadM += left.shift()?.stepM ?? 0;
    return { ...fill, trueM: fill.odometerM === null ? null : fill.odometerM + aheadM };
  });
}

type Place = Pick<Fill, 'date' | 'occurredAt' | 'sequence'>;

function chronologically(a: Place, b: Place): number {
  return compare(a.date, b.date) || compare(a.occurredAt, b.occurredAt) || a.sequence - b.sequence;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
