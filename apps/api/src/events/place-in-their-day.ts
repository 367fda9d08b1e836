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

/**
 * Where events of one vehicle stand in their days that tell no time. Each was entered after what is there: where an entry with a
 * lower reading stands later, as a fuel-up of the afternoon does, it follows that one instead of being refused before it. So does
 * a replaced meter, which would be accepted before it and count its reading as the new one's.
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
  const days = Map.groupBy<string, Placed>(standing, ({ date }) => date);
  return events.map((event) => {
    const day = days.get(event.date) ?? [];
    days.set(event.date, day);
    const placed = mayMove(event) ? { ...event, occurredAt: placeIn(day, event) } : event;
    day.splice(day.findLastIndex(({ occurredAt }) => occurredAt <= placed.occurredAt) + 1, 0, placed);
    return placed;
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

function placeIn(day: readonly Placed[], event: EventToAppend): string {
  const behind = meters.map((shownBy) => {
    const own = shownBy(event);
    const last = own && day.findLast((other) => other.id !== event.id && shownBy(other));
    const before = last && shownBy(last)?.from;
    if (!last || before === undefined) return event.occurredAt;
    const follows = own.oldFinal === undefined ? before < own.from : before <= own.oldFinal;
    return follows ? last.occurredAt : event.occurredAt;
  });
  return [event.occurredAt, ...behind].reduce((a, b) => (a > b ? a : b));
}
