import type { ReminderContext } from '@odolog/vehicle';
import { countedMin, hasVoidReading, runtimeStepMin } from '../projector/counted-hours.js';
import { contextOf, type ReminderRow } from '../reminders/reminder-context.js';
import { replacementsOf, validReadingsOf, type ValidReading } from './odometer-of.js';
import type { Past } from './read-past.js';

/** What the reminders were judged by; undefined without one. */
export function remindersOf({ standing, rootOf }: Past): ReminderContext | undefined {
  if (!standing.some(({ facts }) => facts.reminder)) return undefined;
  const readings = validReadingsOf({ standing });
  const steps = replacementsOf({ standing });
  const rows = standing.flatMap(({ event, facts }): ReminderRow[] => {
    const { reminder, service, reminderStep, runtime, life } = facts;
    if (!(reminder ?? service ?? reminderStep ?? runtime ?? life)) return [];
    const isVoid = event.odometer?.void === true;
    return [
      {
        eventId: event.id,
        rootId: rootOf(event),
        date: event.date,
        orderVersion: event.orderVersion,
        ...readingAt(event.date, isVoid ? null : event.odometerM, readings),
        void: hasVoidReading(event, runtime),
        reminder: reminder ?? null,
        service: service ?? null,
        step: reminderStep ?? null,
        runtimeMin: countedMin(runtime),
        runtimeStepMin: runtimeStepMin(runtime),
        life: life?.stage ?? null,
      },
    ];
  });
  const shown = readings.map(({ event, odometerM }) => ({ date: event.date, value: odometerM }));
  return contextOf(rows, shown, (date) =>
    steps.reduce((sum, step) => (step.date <= date ? sum + step.stepM : sum), 0),
  );
}

/** Its own reading, or else the last one up to its day. */
function readingAt(date: string, ownM: number | null, readings: readonly ValidReading[]) {
  if (ownM !== null) return { odometerM: ownM, readOn: date };
  const known = readings.findLast(({ event }) => event.date <= date);
  return { odometerM: known?.odometerM ?? null, readOn: known?.event.date ?? null };
}
