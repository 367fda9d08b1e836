import type { FuelSegment, TimelineItem } from '@/api/schema.gen';
import { dayNumber } from '@/charts/days';
import type { Consumption } from '@/format/viewer-format';

/** One count of a chart: from full fill to full fill, in days. */
export interface EconomySpan {
  readonly key: string;
  readonly energy: string;
  readonly fromDay: number;
  readonly toDay: number;
  /** Null where no figure can be given. */
  readonly value: number | null;
  readonly reason: string | null;
  readonly segment: FuelSegment;
  /** Days of the partial fills inside. */
  readonly partialDays: readonly number[];
}

type Reading = (consumption: Consumption) => { readonly number: number } | null;
type PartialFill = Pick<TimelineItem, 'date' | 'data'>;

/** The counts of a vehicle that end on a day or after it, oldest first, each with its partial fills. */
export function economySpans(
  segments: readonly FuelSegment[],
  fills: readonly PartialFill[],
  { since, read }: { since: string; read: Reading },
): EconomySpan[] {
  return segments
    .filter(({ toDate }) => toDate >= since)
    .map((segment) => ({
      key: `${segment.energy} ${segment.toEventId}`,
      energy: segment.energy,
      fromDay: dayNumber(segment.fromDate),
      toDay: dayNumber(segment.toDate),
      value: segment.status === 'closed' ? (read(segment)?.number ?? null) : null,
      reason: segment.reason,
      segment,
      partialDays: fills.filter((fill) => isPartialOf(fill, segment)).map(({ date }) => dayNumber(date)),
    }))
    .toSorted((a, b) => a.toDay - b.toDay || a.fromDay - b.fromDay);
}

function isPartialOf({ date, data }: PartialFill, { energy, fromDate, toDate }: FuelSegment): boolean {
  return data.fill === 'partial' && data.energy === energy && date >= fromDate && date <= toDate;
}

/** Electricity has a colour of its own. */
export const toneOf = (energy: string) => (energy === 'electricity' ? 'charge' : 'fuel');
