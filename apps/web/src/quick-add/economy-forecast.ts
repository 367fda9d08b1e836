import { fuelSegments, type Fill } from '@odolog/vehicle';
import { consumptionFigures, distanceM, volumeMl, type ConsumptionFigures, type Volume } from '@odolog/units';
import type { OdometerReading, TimelineItem } from '@/api/schema.gen';
import type { Draft } from './draft';

export interface Forecast {
  readonly figures: ConsumptionFigures;
  readonly distanceM: number;
  readonly volumeMl: number;
  readonly sinceDate: string;
}

/** Why there is no figure yet. */
export type NoForecast = 'incomplete' | 'partial' | 'missed' | 'first' | 'no-distance' | 'out-of-order';

const draftId = 'draft';

/** The economy that a fill will give, folded with the fills before it by the rules that the server folds with. */
export function economyForecast(draft: Draft, fills: readonly TimelineItem[]): Forecast | NoForecast {
  const filled = fillOf({ ...draft, id: draftId });
  if (!filled || filled.odometerM === null) return 'incomplete';
  if (filled.missedPrevious) return 'missed';
  if (filled.fill === 'partial') return 'partial';
  const known = fills.flatMap((item) => fillOf(item) ?? []);
  const segment = fuelSegments([...known, filled]).segments.find(({ toEventId }) => toEventId === draftId);
  if (isOutOfLine(filled, known)) return 'out-of-order';
  const stands = known.some(({ kind, odometerM }) => kind === filled.kind && odometerM === filled.odometerM);
  if (!segment) return stands ? 'no-distance' : 'first';
  if (segment.status !== 'closed') return segment.reason === 'missed-fill' ? 'missed' : 'no-distance';
  return {
    figures: consumptionFigures(segment),
    distanceM: segment.distanceM,
    volumeMl: segment.volumeMl,
    sinceDate: segment.fromDate,
  };
}

/** Against the nearest fills of other days alone: those of an odometer that was replaced are further off. */
function isOutOfLine(filled: Fill, known: readonly Fill[]): boolean {
  const read = known
    .filter(({ odometerM }) => odometerM !== null)
    .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  const before = read.findLast(({ date }) => date < filled.date);
  const after = read.find(({ date }) => date > filled.date);
  const reading = filled.odometerM!;
  return (before?.odometerM ?? reading) > reading || (after?.odometerM ?? reading) < reading;
}

type Filled = Pick<TimelineItem, 'id' | 'date' | 'data'> & {
  readonly odometer?: OdometerReading | null;
  readonly occurredAt?: string | null;
  readonly version?: number;
};

function fillOf({ id, date, occurredAt, odometer, data, version }: Filled): Fill | null {
  const { volume, energy, fill, missedPrevious } = data as Partial<Record<string, unknown>>;
  const measured = volume as Volume | undefined;
  if (!measured || typeof measured.value !== 'number' || (fill !== 'full' && fill !== 'partial')) return null;
  const counts = odometer && !odometer.void && typeof odometer.value === 'number';
  return {
    eventId: id,
    date,
    occurredAt: occurredAt ?? `${date}T12:00:00Z`,
    sequence: version ?? Number.MAX_SAFE_INTEGER,
    odometerM: counts ? distanceM(odometer) : null,
    kind: energy as Fill['kind'],
    volumeMl: volumeMl(measured),
    fill,
    missedPrevious: missedPrevious === true,
  };
}
