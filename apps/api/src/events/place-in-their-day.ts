import { forTenant } from '@odolog/db';
import { factsOf } from '@odolog/events';
import { mapInSlices, readStandingOfDays, type EventToAppend } from '@odolog/event-store';
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
  /** By each of the meters. */
  readonly shown: readonly (Shown | undefined)[];
  readonly ms: number;
  /** In the batch; below zero for what stands already. */
  readonly entered: number;
}

const standingBefore = -1;

/** Those of a day in their order. */
interface Day {
  readonly places: Place[];
  /** Of each of the meters. */
  readonly spans: readonly Span[];
}

/** Between which readings a meter was in a day: most entries are beyond one of them, and need no look at all the others. */
interface Span {
  least: number;
  /** Of those only that something may be placed before. */
  most: number;
  isReplaced: boolean;
}

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
  const batch = await mapInSlices(events, (event, entered) => placeOf(event, entered));
  const fixed: Place[] = [
    ...standing.filter(({ id }) => !again.has(id)).map((event) => placeOf(event, standingBefore)),
    ...batch.filter(({ event }) => !mayMove(event)),
  ];
  const days = new Map(dates.map((date) => [date, emptyDay()]));
  const placed = new Map<number, number>();
  for (const place of fixed.sort(byPlace)) insert(days.get(place.event.date), place);
  for (const moving of batch.filter(({ event }) => mayMove(event)).sort(byReading)) {
    const day = days.get(moving.event.date) ?? emptyDay();
    const place = { ...moving, ms: placeIn(day, moving) };
    placed.set(place.entered, place.ms);
    insert(day, place);
  }
  return events.map((event, entered) => {
    const ms = placed.get(entered);
    return ms === undefined ? event : { ...event, occurredAt: new Date(ms).toISOString() };
  });
}

function placeOf<Event extends Placed>(event: Event, entered: number): Place & { event: Event } {
  const shown = meters.map((shownBy) => shownBy(event));
  return { event, shown, ms: Date.parse(event.occurredAt), entered };
}

function emptyDay(): Day {
  return { places: [], spans: meters.map(() => ({ least: Infinity, most: -Infinity, isReplaced: false })) };
}

function insert(day: Day | undefined, place: Place): void {
  if (!day) return;
  const after = day.places.findLastIndex((other) => byPlace(other, place) <= 0);
  day.places.splice(after + 1, 0, place);
  day.spans.forEach((span, meter) => {
    const shown = place.shown[meter];
    if (!shown) return;
    span.least = Math.min(span.least, shown.from);
    if (mayFollow(place)) span.most = Math.max(span.most, shown.from);
    span.isReplaced ||= shown.oldFinal !== undefined;
  });
}

/** Whether a meter begins anew with the event. */
export function replacesMeter(event: Placed): boolean {
  return isReplacement({ shown: meters.map((shownBy) => shownBy(event)) });
}

function isReplacement({ shown }: Pick<Place, 'shown'>): boolean {
  return shown.some((each) => each?.oldFinal !== undefined);
}

/** A correction keeps the place of what it corrects. */
function mayMove(event: EventToAppend): boolean {
  return !event.timeKnown && event.correctsId === undefined && meters.some((shownBy) => shownBy(event));
}

function byReading(a: Place, b: Place): number {
  const [shown, other] = [a, b].map((place) => place.shown.map(arrivalAt));
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
function placeIn(day: Day, { shown, ms, entered }: Place): number {
  const bounds = shown.flatMap((own, meter) => (own ? boundsOf(day, own, meter) : []));
  // behind a replaced meter nothing is squeezed in, before it a reading of the old one may be
  const room = isReplacement({ shown }) ? roomBetweenMs : 1;
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

function mayFollow(place: Place): boolean {
  return place.entered !== standingBefore || isReplacement(place);
}

/** The last that comes before it by that meter, and the first that comes after: of the batch, or a replaced one. */
function boundsOf({ places, spans }: Day, own: Shown, meter: number) {
  const isBefore = (a: Shown | undefined, b: Shown | undefined) =>
    a !== undefined && b !== undefined && precedes(a, b);
  const { least = Infinity, most = -Infinity, isReplaced = false } = spans[meter] ?? {};
  const isPlain = !isReplaced && own.oldFinal === undefined;
  const isLeast = isPlain && own.from <= least;
  const isMost = isPlain && own.from >= most;
  return {
    less: isLeast ? undefined : places.findLast(({ shown }) => isBefore(shown[meter], own)),
    more: isMost ? undefined : places.find((place) => mayFollow(place) && isBefore(own, place.shown[meter])),
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
