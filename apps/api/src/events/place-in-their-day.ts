import { forTenant } from '@odolog/db';
import { factsOf } from '@odolog/events';
import { readStandingOfDays, type EventToAppend } from '@odolog/event-store';
import type { Resources } from '../resources.js';

type Placed = Pick<
  EventToAppend,
  'id' | 'type' | 'schemaVersion' | 'date' | 'occurredAt' | 'odometer' | 'odometerM' | 'data'
>;

/** What a meter shows from an event on, and of a replaced one what the old one showed last. */
interface Shown {
  readonly from: number;
  readonly oldFinal: number | undefined;
}

const meters: readonly ((event: Placed) => Shown | undefined)[] = [
  (event) =>
    event.odometerM === null || event.odometer?.void
      ? undefined
      : { from: event.odometerM, oldFinal: factsOf(event).odometerReplaced?.finalM },
  (event) => {
    const { runtime } = factsOf(event);
    return !runtime || runtime.void ? undefined : { from: runtime.minutes, oldFinal: runtime.replacedMin };
  },
];

/** An event in its day: by its instant, then by when it was entered. */
interface Place {
  readonly event: Placed;
  readonly ms: number;
  /** In the batch; below zero for what stands already. */
  readonly entered: number;
}

const standingBefore = -1;

/**
 * Where events of one vehicle stand in their days that tell no time. Each was entered after what is there: where an entry with a
 * lower reading stands later, as a fuel-up of the afternoon does, it follows that one instead of being refused before it. So does
 * a replaced meter, which would be accepted before it and count its reading as the new one's. Among what comes in one batch the
 * order in which it was written down says nothing: by their readings, they go before and after one another.
 */
export async function placeInTheirDay(
  { db }: Resources,
  events: readonly EventToAppend[],
): Promise<EventToAppend[]> {
  const dates = [...new Set(events.filter(mayMove).map(({ date }) => date))];
  const [first] = events;
  if (!first || dates.length === 0) return [...events];
  const standing = await forTenant(db, first.tenantId, (trx) =>
    readStandingOfDays(trx, first.vehicleId, dates),
  );
  const again = new Set(events.map(({ id }) => id));
  const batch = events.map((event, entered) => ({ event, ms: Date.parse(event.occurredAt), entered }));
  const fixed: Place[] = [
    ...standing
      .filter(({ id }) => !again.has(id))
      .map((event) => ({ event, ms: Date.parse(event.occurredAt), entered: standingBefore })),
    ...batch.filter(({ event }) => !mayMove(event)),
  ];
  const days = Map.groupBy(fixed, ({ event }) => event.date);
  const placed = new Map<number, number>();
  for (const { event, ms, entered } of batch.filter(({ event: each }) => mayMove(each)).sort(byReading)) {
    const day = days.get(event.date) ?? [];
    const place = { event, entered, ms: placeIn(day.sort(byPlace), { event, ms, entered }) };
    placed.set(entered, place.ms);
    days.set(event.date, [...day, place]);
  }
  return events.map((event, entered) => {
    const ms = placed.get(entered);
    return ms === undefined ? event : { ...event, occurredAt: new Date(ms).toISOString() };
  });
}

/** Whether a meter begins anew with the event. */
export function replacesMeter(event: Placed): boolean {
  return meters.some((shownBy) => shownBy(event)?.oldFinal !== undefined);
}

/** A correction keeps the place of what it corrects. */
function mayMove(event: EventToAppend): boolean {
  return !event.timeKnown && event.correctsId === undefined && meters.some((shownBy) => shownBy(event));
}

function byReading(a: Place, b: Place): number {
  const [shown, other] = [a, b].map(({ event }) => meters.map((shownBy) => shownBy(event)?.from));
  const at = meters.findIndex((_, meter) => shown?.[meter] !== undefined && other?.[meter] !== undefined);
  return (shown?.[at] ?? 0) - (other?.[at] ?? 0);
}

function byPlace(a: Place, b: Place): number {
  return a.ms - b.ms || a.entered - b.entered;
}

/** At its own time or behind what shows less; where what came with it and shows more stands before that, between the two. */
function placeIn(day: readonly Place[], { event, ms, entered }: Place): number {
  const bounds = meters.flatMap((shownBy) => {
    const own = shownBy(event);
    return own ? boundsOf(day, own, shownBy) : [];
  });
  const lower = bounds.flatMap(({ less }) => (less ? [less.entered > entered ? less.ms + 1 : less.ms] : []));
  const upper = bounds.flatMap(({ more }) => (more ? [more.ms - roomBetweenMs] : []));
  const earliest = Math.max(ms, ...lower);
  const latest = Math.min(...upper);
  if (earliest <= latest) return earliest;
  return lower.length > 0 ? Math.max(...lower) : latest;
}

/** For as many as come in a batch. */
const roomBetweenMs = 1000;

/** The last that shows less on that meter, and the first of the batch that shows more. */
function boundsOf(
  day: readonly Place[],
  { from, oldFinal }: Shown,
  shownBy: (event: Placed) => Shown | undefined,
) {
  const shown = ({ event }: Place) => shownBy(event)?.from;
  const fits = (value: number) => (oldFinal === undefined ? value < from : value <= oldFinal);
  return {
    less: day.findLast((other) => fits(shown(other) ?? Infinity)),
    more: day.find((other) => other.entered !== standingBefore && (shown(other) ?? 0) > (oldFinal ?? from)),
  };
}
