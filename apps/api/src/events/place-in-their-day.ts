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
  const [shown, other] = [a, b].map(({ event }) => meters.map((shownBy) => arrivalAt(shownBy(event))));
  const at = meters.findIndex((_, meter) => shown?.[meter] !== undefined && other?.[meter] !== undefined);
  return (shown?.[at] ?? 0) - (other?.[at] ?? 0);
}

/** What is shown when it comes: of a replaced meter, by the old one. */
function arrivalAt(shown: Shown | undefined): number | undefined {
  return shown?.oldFinal ?? shown?.from;
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
  // behind a replaced meter nothing is squeezed in, before it a reading of the old one may be
  const room = replacesMeter(event) ? roomBetweenMs : 1;
  const behind = (less: Place) => (less.entered > entered || room > 1 ? less.ms + room : less.ms);
  const lower = bounds.flatMap(({ less }) => (less ? [behind(less)] : []));
  const upper = bounds.flatMap(({ more }) => (more ? [more.ms - roomBetweenMs] : []));
  const earliest = Math.max(ms, ...lower);
  const latest = Math.min(...upper);
  if (earliest <= latest) return earliest;
  return lower.length > 0 ? Math.max(...lower) : latest;
}

/** For as many as come in a batch. */
const roomBetweenMs = 1000;

/** The last that comes before it by that meter, and the first that comes after: of the batch, or a replaced one. */
function boundsOf(day: readonly Place[], own: Shown, shownBy: (event: Placed) => Shown | undefined) {
  const isBefore = (a: Shown | undefined, b: Shown | undefined) =>
    a !== undefined && b !== undefined && precedes(a, b);
  const mayFollow = ({ event, entered }: Place) => entered !== standingBefore || replacesMeter(event);
  return {
    less: day.findLast(({ event }) => isBefore(shownBy(event), own)),
    more: day.find((other) => mayFollow(other) && isBefore(own, shownBy(other.event))),
  };
}

/**
 * Where a meter is replaced, both may have shown the same: what is less than the new one showed first was on the old one, and
 * what is more on that which ended or began nearer to it.
 */
function precedes(a: Shown, b: Shown): boolean {
  if (b.oldFinal !== undefined)
    return a.from <= b.oldFinal && (a.from < b.from || b.oldFinal - a.from <= a.from - b.from);
  if (a.oldFinal !== undefined) return !precedes(b, a);
  return a.from < b.from;
}
