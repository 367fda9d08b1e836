import { distanceFromM, type DistanceUnit } from '@odolog/units';
import { daysBetween, type ReminderContext, type ReminderStanding } from '@odolog/vehicle';
import type { Reminder } from './reminders.contract.js';

/** What a reminder is presented for: its vehicle and its day. */
export interface ReminderViewer {
  readonly vehicleId: string;
  readonly distanceUnit: DistanceUnit;
  /** YYYY-MM-DD in the vehicle's zone. */
  readonly today: string;
}

const limitNames = { date: 'date', odometerM: 'odometer', runtimeMin: 'hours' } as const;

/** A reminder as clients see it, its distances in the vehicle's unit. */
export function presentReminder(
  { reminder, cycle, ...standing }: ReminderStanding,
  {
    odometer,
    runtime,
    aheadM,
    aheadMin,
  }: Pick<ReminderContext, 'odometer' | 'runtime' | 'aheadM' | 'aheadMin'>,
  { vehicleId, distanceUnit, today }: ReminderViewer,
): Reminder {
  const { title, every, anchor, serviceKind = null } = reminder.fact;
  const distance = (metres: number) => ({
    value: Math.round(distanceFromM(metres, distanceUnit) * 10) / 10,
    unit: distanceUnit,
  });
  const { date, odometerM, runtimeMin } = cycle.due;
  return {
    id: reminder.id,
    eventId: reminder.eventId,
    vehicleId,
    title,
    state: standing.state,
    dueDate: date ?? null,
    dueOdometer: odometerM === undefined ? null : distance(odometerM - aheadM),
    dueHours: runtimeMin === undefined ? null : (runtimeMin - aheadMin) / 60,
    every: every
      ? {
          ...(every.months !== undefined && { months: every.months }),
          ...(every.distanceM !== undefined && { distance: distance(every.distanceM) }),
          ...(every.runtimeMin !== undefined && { hours: every.runtimeMin / 60 }),
        }
      : null,
    anchor,
    serviceKind,
    setOn: reminder.date,
    cycle: cycle.number,
    since: {
      date: cycle.since.date,
      odometerM: cycle.since.odometerM === null ? null : cycle.since.odometerM - aheadM,
    },
    dueOn: standing.dueOn,
    about: standing.about,
    first: standing.first && limitNames[standing.first],
    used: standing.used,
    daysLeft: date === undefined ? null : daysBetween(today, date),
    distanceLeftM: odometerM === undefined || !odometer ? null : odometerM - odometer.last.value,
    hoursLeft: runtimeMin === undefined || !runtime ? null : (runtimeMin - runtime.last.value) / 60,
    snoozedUntil: standing.snoozedUntil,
  };
}
