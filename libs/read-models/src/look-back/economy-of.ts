import { consumptionFigures } from '@odolog/units';
import { averageOf, type Average, type Fill, type Segment } from '@odolog/vehicle';
import { shownAverage } from '../fuel-segments/averages-of.js';
import { chargingOf } from '../fuel-segments/charging-of.js';
import type { EventEconomy, FuelEconomy } from '../fuel-segments/fuel-economy.js';
import { fillsOf } from './fills-of.js';
import type { Past } from './read-past.js';

/** Segments newest first, and one average for each energy, as they were; with `from` of those that close on that day or later. */
export function fuelEconomyOf(past: Pick<Past, 'standing'>, from = ''): FuelEconomy {
  const all = fillsOf(past);
  const segments = all.segments.filter(({ toDate }) => toDate >= from);
  const averages = all.averages.flatMap(({ energy }) =>
    averageOf(segments.filter((segment) => segment.energy === energy)),
  );
  return {
    segments: segments
      .toSorted(closedLater)
      .map(({ eventIds: _, drawnWh, measuredWh, billedWh, ...segment }) => ({
        ...segment,
        ...chargingOf({ drawnWh, measuredWh, billedWh }),
        ...(segment.status === 'closed' && consumptionFigures(segment)),
      })),
    averages: averages.map(shownAverage),
  };
}

const rangeLength = 12;

/** What timeline rows said about the fills, by event id. @param asked only of these events: each looks at all that came before it */
export function eventEconomiesOf(
  past: Pick<Past, 'standing'>,
  asked?: readonly string[],
): Map<string, EventEconomy> {
  const { fills, segments, averages } = fillsOf(past);
  const closing = new Map(segments.map((segment) => [segment.toEventId, segment]));
  const closed = segments.filter(({ status }) => status === 'closed').sort(closedLater);
  const byEnergy = Map.groupBy(closed, ({ energy }) => energy);
  const wanted = asked && new Set(asked);
  return new Map(
    fills
      .filter(({ eventId }) => wanted?.has(eventId) ?? true)
      .map((fill) => {
        const segment = closing.get(fill.eventId);
        if (!segment) return [fill.eventId, openEconomy(fill, fills)];
        const average = averages.find(({ energy }) => energy === segment.energy);
        const others = byEnergy.get(segment.energy) ?? [];
        return [fill.eventId, { ...economyIn(segment), ...besideOthers(segment, others, average) }];
      }),
  );
}

function economyIn({ status, reason, distanceM, volumeMl, energyWh }: Segment): EventEconomy {
  return { segmentStatus: status, reason, distanceM, volumeMl, energyWh };
}

/** @param closed all closed segments of its energy, the latest first */
function besideOthers(segment: Segment, closed: readonly Segment[], average: Average | undefined) {
  if (segment.status !== 'closed' || !average) return {};
  const recent = closed.filter((other) => closedLater(other, segment) >= 0).slice(0, rangeLength);
  const figures = recent.map(perKilometre);
  const [value, mean] = [perKilometre(segment), perKilometre(average)];
  return {
    ...consumptionFigures(segment),
    ...(closed.length > 1 && { comparedToAveragePercent: Math.round((value / mean - 1) * 1000) / 10 }),
    range: { min: Math.min(...figures), max: Math.max(...figures), average: mean, value },
  };
}

/** Of what a distance took: millilitres or watt-hours, whichever it has. */
function perKilometre({ volumeMl, energyWh, distanceM }: Segment | Average): number {
  return ((volumeMl + energyWh) * 1000) / distanceM;
}

/** Why a fill closes nothing; the reasons are those of `economyOf`. @param fills all of them, oldest first */
function openEconomy(fill: Fill, fills: readonly Fill[]): EventEconomy {
  const { volumeMl = 0, energyWh = 0 } = fill;
  return { segmentStatus: 'open', reason: openReason(fill, fills), distanceM: 0, volumeMl, energyWh };
}

function openReason(fill: Fill, fills: readonly Fill[]): string {
  if (fill.fill === 'partial') return 'partial-fill';
  if (fill.odometerM === null) return 'no-reading';
  const place = fills.indexOf(fill);
  const isAnchor = (other: Fill) =>
    other.kind === fill.kind && other.fill === 'full' && other.odometerM !== null;
  if (fills.slice(place + 1).find(isAnchor)?.odometerM === fill.odometerM) return 'same-stop';
  const before = fills.slice(0, place).some(isAnchor);
  return fill.levelPermille !== undefined && before ? 'other-level' : 'first-fill';
}

function closedLater(a: Segment, b: Segment): number {
  return a.toDate === b.toDate ? b.toOdometerM - a.toOdometerM : a.toDate > b.toDate ? -1 : 1;
}
