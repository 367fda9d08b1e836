import type { StoredEvent } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { countedMin, hasVoidReading } from '../projector/counted-hours.js';
import { inTrueMeasures, untilTrueDistance } from './true-measures.js';
import type { ReminderContext, Usage } from '@odolog/vehicle';

/**
 * What a vehicle's reminders are judged by once an event is folded that may not be yet: a command answers with what it did
 * before the projector comes to it. An event that is folded already changes nothing, and one of a day after today sets a
 * reminder at most: the rest is told when its day has come.
 * @param rootId of the first event of the chain of corrections that this one ends
 */
export function withEvent(
  context: ReminderContext,
  event: StoredEvent,
  { rootId, today }: { readonly rootId: string; readonly today: string },
): ReminderContext {
  const { reminder, service, reminderStep, runtime } = factsOf(event);
  const isVoid = event.odometer?.void === true;
  const read = isVoid || event.odometerM === null ? null : event.odometerM + context.aheadM;
  const shownMin = countedMin(runtime);
  const at = {
    date: event.date,
    sequence: event.orderVersion,
    odometerM: read ?? context.odometer?.last.value ?? null,
    runtimeMin: shownMin === null ? (context.runtime?.last.value ?? null) : shownMin + context.aheadMin,
  };
  const others = context.reminders.filter(({ id }) => id !== rootId);
  const known = context.reminders.find(({ eventId }) => eventId === event.id);
  const reminded = {
    ...context,
    reminders: reminder
      ? [
          ...others,
          known ?? { ...at, id: rootId, eventId: event.id, fact: inTrueMeasures(reminder, context) },
        ]
      : context.reminders,
  };
  if (event.date > today) return reminded;
  return {
    ...reminded,
    odometer: withReading(context.odometer, event.date, read),
    runtime: withReading(context.runtime, event.date, shownMin === null ? null : shownMin + context.aheadMin),
    services: service
      ? [
          ...context.services,
          {
            ...at,
            void: hasVoidReading(event, runtime),
            kinds: service.kinds,
            reminderIds: service.reminderIds ?? [],
          },
        ]
      : context.services,
    steps: reminderStep
      ? [...context.steps, { ...at, fact: untilTrueDistance(reminderStep, context.aheadM) }]
      : context.steps,
  };
}

/** A meter that was read on a day, in true measures; a reading of an earlier day is not the last one. */
function withReading(usage: Usage | null, date: string, value: number | null): Usage | null {
  if (value === null) return usage;
  if (usage && (date < usage.last.date || (date === usage.last.date && value < usage.last.value)))
    return usage;
  return { last: { date, value }, perDay: usage?.perDay ?? null };
}
