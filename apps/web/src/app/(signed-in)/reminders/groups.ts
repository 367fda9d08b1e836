import { distanceM } from '@odolog/units';
import type { Reminder } from '@/api/schema.gen';
import { stateShown, type Due } from '@/format/due';

type Group = 'due' | 'soon' | 'later' | 'snoozed';

const groupOf: Partial<Record<Reminder['state'], Group>> = {
  overdue: 'due',
  due: 'due',
  'due-soon': 'soon',
  upcoming: 'later',
  snoozed: 'snoozed',
};

/** Reminders by what to do about them, each group in the order that they came in. */
export function groupsOf(reminders: readonly Reminder[]): Record<Group, Reminder[]> {
  const groups: Record<Group, Reminder[]> = { due: [], soon: [], later: [], snoozed: [] };
  for (const reminder of reminders) {
    const group = groupOf[reminder.state];
    if (group) groups[group].push(reminder);
  }
  return groups;
}

/** How far off a reminder is, by the limit that comes first; null while there is nothing to count from. */
export function dueOf(reminder: Reminder): Due | null {
  const by = leftUntil(reminder);
  return by && { ...stateShown(reminder.state, by), by };
}

function leftUntil(reminder: Reminder): Due['by'] | null {
  const { first, dueDate, daysLeft, dueOdometer, distanceLeftM, dueHours, hoursLeft } = reminder;
  if (first === 'odometer' && dueOdometer && distanceLeftM !== null)
    return { metres: distanceLeftM, atM: distanceM(dueOdometer) };
  if (first === 'hours' && dueHours !== null && hoursLeft !== null)
    return { hours: hoursLeft, atHours: dueHours };
  return dueDate !== null && daysLeft !== null ? { days: daysLeft, date: dueDate } : null;
}
