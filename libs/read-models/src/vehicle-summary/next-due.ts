import type { ReminderFact } from '@odolog/events';
import { evaluateReminders, type ReminderContext } from '@odolog/vehicle';
import type { NextDue } from './vehicle-summary.js';

/**
 * The reminder that is due next and neither done for good nor dismissed; none of a vehicle that is sold or archived.
 * @param today YYYY-MM-DD in the vehicle's zone
 */
export function nextDue(context: ReminderContext, today: string): NextDue | null {
  if (context.gone) return null;
  const [next] = evaluateReminders(context, today).filter(
    ({ state }) => state !== 'completed' && state !== 'dismissed',
  );
  if (!next) return null;
  const { reminder, cycle, state, dueOn, used } = next;
  const { date, odometerM } = cycle.due;
  const { title, serviceKind, every, anchor } = reminder.fact;
  return {
    eventId: reminder.eventId,
    reminderId: reminder.id,
    title,
    ...(serviceKind !== undefined && { serviceKind }),
    state,
    ...(date !== undefined && { dueDate: date }),
    ...(odometerM !== undefined && { dueOdometerM: odometerM - context.aheadM }),
    ...(dueOn !== null && { dueOn }),
    ...(used !== null && { used }),
    ...(every && { every: intervalOf(every) }),
    anchor,
  };
}

const intervalOf = ({ months, distanceM, runtimeMin }: NonNullable<ReminderFact['every']>) => ({
  ...(months !== undefined && { months }),
  ...(distanceM !== undefined && { distanceM }),
  ...(runtimeMin !== undefined && { hours: runtimeMin / 60 }),
});
