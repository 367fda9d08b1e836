import type { DistanceUnit } from '@odolog/units';
import type { NewReminder } from '@/api/schema.gen';

/** What the form says, as the API takes it: an empty field says nothing. */
export function newReminderOf(form: FormData, unit: DistanceUnit): NewReminder {
  const said = Object.fromEntries(form) as Record<string, string | undefined>;
  const { title, dueDate, dueOdometer, dueHours, anchor, serviceKind } = said;
  const { everyMonths, everyDistance, everyHours } = said;
  const distance = (typed: string) => ({ value: Number(typed), unit });
  return {
    title: title?.trim() ?? '',
    anchor: anchor === 'schedule' ? 'schedule' : 'completion',
    ...(dueDate && { dueDate }),
    ...(dueOdometer && { dueOdometer: distance(dueOdometer) }),
    ...(dueHours && { dueHours: Number(dueHours) }),
    ...((everyMonths || everyDistance || everyHours) && {
      every: {
        ...(everyMonths && { months: Number(everyMonths) }),
        ...(everyDistance && { distance: distance(everyDistance) }),
        ...(everyHours && { hours: Number(everyHours) }),
      },
    }),
    ...(serviceKind && { serviceKind }),
  };
}
