import { forTenant } from '@odolog/db';
import { readLastReadingOfDay, type AppendOutcome, type EventToAppend } from '@odolog/event-store';
import type { Resources } from '../resources.js';

/**
 * Appends an event. One without a time stands at noon; where an entry of its day with a lower reading stands later, as a fuel-up
 * of the afternoon does, it follows that one instead of being refused: it was entered after it.
 */
export async function appendInItsDay(
  { db, store }: Resources,
  event: EventToAppend,
): Promise<{ readonly event: EventToAppend; readonly outcome: AppendOutcome }> {
  const outcome = await store.append(event);
  if (!isBeforeLower(event, outcome)) return { event, outcome };
  const last = await forTenant(db, event.tenantId, (trx) =>
    readLastReadingOfDay(trx, event.vehicleId, event.date),
  );
  if (!last || last.odometerM > (event.odometerM ?? 0)) return { event, outcome };
  const behind = { ...event, occurredAt: last.occurredAt };
  return { event: behind, outcome: await store.append(behind) };
}

/** A correction keeps the place of what it corrects. */
function isBeforeLower(
  { timeKnown, correctsId, date, odometerM }: EventToAppend,
  outcome: AppendOutcome,
): boolean {
  if (timeKnown || correctsId !== undefined || outcome.status !== 'odometer-out-of-order') return false;
  return outcome.next?.date === date && (odometerM ?? 0) > outcome.next.odometerM;
}
