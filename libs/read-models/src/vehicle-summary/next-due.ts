import { evaluateReminders, type ReminderContext } from '@odolog/vehicle';
import type { NextDue } from './vehicle-summary.js';

/**
 * The reminder that is due next and neither done for good nor dismissed.
 * @param today YYYY-MM-DD in the vehicle's zone
 */
export function nextDue(context: ReminderContext, today: string): NextDue | null {
  const [next] = evaluateReminders(context, today).filter(
    ({ state }) => state !== 'completed' && state !== 'dismissed',
  );
  if (!next) return null;
  const { reminder, cycle, state, dueOn, used } = next;
  const { date, odometerM } = cycle.due;
  return {
    eventId: reminder.eventId,
    reminderId: reminder.id,
    title: reminder.fact.title,
    state,
    ...(date !== undefined && { dueDate: date }),
    ...(odometerM !== undefined && { dueOdometerM: odometerM }),
    ...(dueOn !== null && { dueOn }),
    ...(used !== null && { used }),
  };
}
