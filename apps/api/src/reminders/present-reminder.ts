import type { ReminderFact } from '@odolog/events';
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

type Meters = Pick<ReminderContext, 'odometer' | 'runtime' | 'aheadM' | 'aheadMin'>;
type Due = ReminderStanding['cycle']['due'];

/** A reminder as clients see it: distances that a person typed as they were typed, what is reckoned in the vehicle's unit. */
export function presentReminder(
  { reminder, cycle, ...standing }: ReminderStanding,
  meters: Meters,
  { vehicleId, distanceUnit, today }: ReminderViewer,
): Reminder {
  const { title, every, anchor, serviceKind = null, dueOdometerUnit } = reminder.fact;
  const distance = shownDistance(distanceUnit);
  const dueTypedIn = cycle.number === 1 ? dueOdometerUnit : undefined;
  const { date, odometerM, runtimeMin } = cycle.due;
  const { aheadM, aheadMin } = meters;
  return {
    id: reminder.id,
    eventId: reminder.eventId,
    vehicleId,
    title,
    state: standing.state,
    dueDate: date ?? null,
    dueOdometer: odometerM === undefined ? null : distance(odometerM - aheadM, dueTypedIn),
    dueHours: runtimeMin === undefined ? null : (runtimeMin - aheadMin) / 60,
    every: every ? shownInterval(every, distance) : null,
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
    ...whatIsLeft(cycle.due, meters, today),
    snoozedUntil: shownLimits(standing.snoozedUntil, aheadM),
  };
}

type ShownDistance = ReturnType<typeof shownDistance>;

const shownDistance = (distanceUnit: DistanceUnit) => (metres: number, typedIn?: DistanceUnit) =>
  typedIn
    ? { value: rounded(distanceFromM(metres, typedIn), 3), unit: typedIn }
    : { value: rounded(distanceFromM(metres, distanceUnit), 1), unit: distanceUnit };

function shownInterval(
  { months, distanceM, distanceUnit, runtimeMin }: NonNullable<ReminderFact['every']>,
  distance: ShownDistance,
): Reminder['every'] {
  return {
    ...(months !== undefined && { months }),
    ...(distanceM !== undefined && { distance: distance(distanceM, distanceUnit) }),
    ...(runtimeMin !== undefined && { hours: runtimeMin / 60 }),
  };
}

/** By the last readings; null where nothing is due by it, or no meter was read. */
function whatIsLeft({ date, odometerM, runtimeMin }: Due, { odometer, runtime }: Meters, today: string) {
  return {
    daysLeft: date === undefined ? null : daysBetween(today, date),
    distanceLeftM: odometerM === undefined || !odometer ? null : odometerM - odometer.last.value,
    hoursLeft: runtimeMin === undefined || !runtime ? null : (runtimeMin - runtime.last.value) / 60,
  };
}

/** As the odometer will show it. */
function shownLimits(until: ReminderStanding['snoozedUntil'], aheadM: number) {
  return until?.odometerM === undefined ? until : { ...until, odometerM: until.odometerM - aheadM };
}

/** To three digits a distance in kilometres or miles comes back from whole metres as it was. */
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
