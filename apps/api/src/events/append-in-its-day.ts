import type { AppendOutcome, EventToAppend } from '@odolog/event-store';
import type { Resources } from '../resources.js';
import { placeInTheirDay, replacesMeter } from './place-in-their-day.js';

/** Appends an event in the place of its day where it fits. Nearly all fit where they are: only what does not is placed anew. */
export async function appendInItsDay(
  resources: Resources,
  event: EventToAppend,
): Promise<{ readonly event: EventToAppend; readonly outcome: AppendOutcome }> {
  const { store } = resources;
  const outcome = replacesMeter(event) ? undefined : await store.append(event);
  if (outcome && !isOutOfOrder(outcome)) return { event, outcome };
  const [placed = event] = await placeInTheirDay(resources, [event]);
  if (outcome && placed.occurredAt === event.occurredAt) return { event, outcome };
  return { event: placed, outcome: await store.append(placed) };
}

function isOutOfOrder({ status }: AppendOutcome): boolean {
  return status === 'odometer-out-of-order' || status === 'hours-out-of-order';
}
