import { byDate, evaluateReminder, reminderStates, type ReminderStanding } from './evaluate-reminder.js';
import type { ReminderContext } from './reminder-history.js';

/**
 * How all reminders of a vehicle stand, the most urgent first; of one urgency, whichever comes first.
 * @param today YYYY-MM-DD in the vehicle's zone
 */
export function evaluateReminders(context: ReminderContext, today: string): ReminderStanding[] {
  return context.reminders.map((reminder) => evaluateReminder(reminder, context, today)).sort(moreUrgent);
}

/** Orders reminders, of one vehicle or of several. */
export function moreUrgent(a: ReminderStanding, b: ReminderStanding): number {
  return (
    reminderStates.indexOf(a.state) - reminderStates.indexOf(b.state) ||
    byDate(a.dueOn, b.dueOn) ||
    (a.reminder.id < b.reminder.id ? -1 : 1)
  );
}
