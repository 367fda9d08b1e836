import type { FuelSegment, TimelineItem } from '@/api/schema.gen';
import { dayNumber } from '@/charts/days';
import type { Consumption } from '@/format/measures';
import { consumptionFigures } from '@odolog/units';

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

/** More than these lie on each other. */
const mostSpans = 120;

/** Of very many counts as many as can be told apart: neighbours are taken together, over the distance of all of them. */
export function fewerSpans(spans: readonly EconomySpan[], read: Reading): readonly EconomySpan[] {
  if (spans.length <= mostSpans) return spans;
  const atOnce = Math.ceil(spans.length / mostSpans);
  const groups = Object.values(Object.groupBy(spans, (_, index) => Math.floor(index / atOnce)));
  return groups.map((group) => together(group!, read));
}

function together(group: readonly EconomySpan[], read: Reading): EconomySpan {
  const [first, last] = [group[0]!, group.at(-1)!];
  const counted = group.filter(({ value }) => value !== null).map(({ segment }) => segment);
  const sum = (of: 'distanceM' | 'volumeMl' | 'energyWh') =>
    counted.reduce((total, segment) => total + segment[of], 0);
  const amounts = { distanceM: sum('distanceM'), volumeMl: sum('volumeMl'), energyWh: sum('energyWh') };
  const { fromDate, fromEventId, fromOdometerM } = first.segment;
  const segment = {
    ...last.segment,
    ...{ fromDate, fromEventId, fromOdometerM },
    ...amounts,
    ...consumptionFigures(amounts),
  };
  return {
    ...last,
    fromDay: first.fromDay,
    value: counted.length > 0 ? (read(segment)?.number ?? null) : null,
    segment,
    partialDays: group.flatMap(({ partialDays }) => partialDays),
  };
}

/** Days of which nothing is known. */
export type Gap = Pick<EconomySpan, 'fromDay' | 'toDay'>;

/** Where there is no figure: counts without one that follow each other are one gap, and are told once. */
export function gapsOf(spans: readonly EconomySpan[]): Gap[] {
  const gaps: Gap[] = [];
  for (const { fromDay, toDay, value } of spans) {
    if (value !== null) continue;
    const last = gaps.at(-1);
    if (last && fromDay <= last.toDay) gaps[gaps.length - 1] = { fromDay: last.fromDay, toDay };
    else gaps.push({ fromDay, toDay });
  }
  return gaps;
}

function isPartialOf({ date, data }: PartialFill, { energy, fromDate, toDate }: FuelSegment): boolean {
  return data.fill === 'partial' && data.energy === energy && date >= fromDate && date <= toDate;
}

/** Electricity has a colour of its own. */
export const toneOf = (energy: string) => (energy === 'electricity' ? 'charge' : 'fuel');
