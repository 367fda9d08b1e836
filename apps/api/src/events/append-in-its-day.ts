import { forTenant } from '@odolog/db';
import { factsOf } from '@odolog/events';
import { readLastReadingOfDay, type AppendOutcome, type EventToAppend } from '@odolog/event-store';
import type { Resources } from '../resources.js';

/**
 * Appends an event. One without a time stands at noon; where an entry of its day with a lower reading stands later, as a fuel-up
 * of the afternoon does, it follows that one instead of being refused: it was entered after it. So does a replaced odometer, which
 * would be accepted before them and count their readings as the new one's.
 */
export async function appendInItsDay(
  { db, store }: Resources,
  event: EventToAppend,
): Promise<{ readonly event: EventToAppend; readonly outcome: AppendOutcome }> {
  const lastOfDay = () =>
    forTenant(db, event.tenantId, (trx) => readLastReadingOfDay(trx, event.vehicleId, event.date));
  const finalM = placedAtNoon(event) ? factsOf(event).odometerReplaced?.finalM : undefined;
  if (finalM !== undefined) {
    const last = await lastOfDay();
    const isOfTheOld = last && last.odometerM <= finalM && last.occurredAt > event.occurredAt;
    const placed = isOfTheOld ? { ...event, occurredAt: last.occurredAt } : event;
    return { event: placed, outcome: await store.append(placed) };
  }
  const outcome = await store.append(event);
  if (!isBeforeLower(event, outcome)) return { event, outcome };
  const last = await lastOfDay();
  if (!last || last.odometerM > (event.odometerM ?? 0)) return { event, outcome };
  const behind = { ...event, occurredAt: last.occurredAt };
  return { event: behind, outcome: await store.append(behind) };
}

/** A correction keeps the place of what it corrects. */
function placedAtNoon({ timeKnown, correctsId }: EventToAppend): boolean {
  return !timeKnown && correctsId === undefined;
}

function isBeforeLower(event: EventToAppend, outcome: AppendOutcome): boolean {
  const { date, odometerM } = event;
  if (!placedAtNoon(event) || outcome.status !== 'odometer-out-of-order') return false;
  return outcome.next?.date === date && (odometerM ?? 0) > outcome.next.odometerM;
}
