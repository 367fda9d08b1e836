import type { DistanceUnit } from '@odolog/units';
import type { ReminderTemplate } from '@odolog/vehicle';
import type { NewReminder } from '@/api/schema.gen';

/** What the form says, as the API takes it: an empty field says nothing. */
export function newReminderOf(
  form: FormData,
  unit: DistanceUnit,
  template: Pick<ReminderTemplate, 'serviceKind'> | undefined,
): NewReminder {
  const { title, dueDate, dueOdometer, everyMonths, everyDistance, anchor } = Object.fromEntries(
    form,
  ) as Record<string, string | undefined>;
  const distance = (typed: string) => ({ value: Number(typed), unit });
  return {
    title: title?.trim() ?? '',
    anchor: anchor === 'schedule' ? 'schedule' : 'completion',
    ...(dueDate && { dueDate }),
    ...(dueOdometer && { dueOdometer: distance(dueOdometer) }),
    ...((everyMonths || everyDistance) && {
      every: {
        ...(everyMonths && { months: Number(everyMonths) }),
        ...(everyDistance && { distance: distance(everyDistance) }),
      },
    }),
    ...(template?.serviceKind && { serviceKind: template.serviceKind }),
  };
}
