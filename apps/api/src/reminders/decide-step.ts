import { eventType, isBlank } from '@odolog/events';
import { distanceM, type Distance } from '@odolog/units';
import { localNoonMs, refuseUnstorableDate, type DecidedEvent } from '@odolog/vehicle';
import type { ReminderAtHand } from './reminder-at-hand.js';

type StepType = 'reminder-completed' | 'reminder-snoozed' | 'reminder-dismissed';

interface Step {
  readonly id: string;
  readonly type: StepType;
  /** Beside the reminder and its title, which every step names. */
  readonly data?: object;
  /** Today when missing. */
  readonly date?: string | undefined;
  readonly odometer?: (Distance & { readonly void?: boolean }) | undefined;
  readonly notes?: string | undefined;
}

/** The event that says what happened to a reminder, ready to be appended. @throws Problem `date-out-of-range` */
export function decideStep(
  { standing, vehicle, now, today }: ReminderAtHand,
  { id, type, data, date = today, odometer, notes }: Step,
): DecidedEvent {
  refuseUnstorableDate(date, { vehicle, now });
  const { reminder } = standing;
  const read = odometer && !isBlank(odometer) ? odometer : null;
  return {
    id,
    type,
    schemaVersion: eventType(type)?.version ?? 1,
    date,
    occurredAt: new Date(localNoonMs(date, vehicle.timeZone)).toISOString(),
    timeKnown: false,
    odometer: read,
    odometerM: read && distanceM(read),
    notes: notes ?? null,
    data: { reminderId: reminder.id, title: reminder.fact.title, ...data },
  };
}
