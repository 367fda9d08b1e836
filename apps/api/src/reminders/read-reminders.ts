import type { TenantTransaction } from '@odolog/db';
import { readPast, readReminderContexts, remindersOf, type PointOfView } from '@odolog/read-models';
import type { DistanceUnit } from '@odolog/units';
import {
  evaluateReminders,
  localDateOf,
  moreUrgent,
  type ReminderContext,
  type ReminderState,
} from '@odolog/vehicle';
import { presentReminder } from './present-reminder.js';
import type { Reminder } from './reminders.contract.js';

/** What must be known of a vehicle to say how its reminders stand. */
export interface RemindedVehicle {
  readonly id: string;
  readonly timeZone: string;
  readonly distanceUnit: DistanceUnit;
}

/** Which reminders, and when they are looked at. */
export interface AskedReminders {
  /** RFC 3339: today is the day that it falls on in a vehicle's zone. */
  readonly now: string;
  /** Only those in one of these states; all when missing. */
  readonly states?: readonly ReminderState[] | undefined;
  /** Also those of vehicles that are sold, transferred or archived. */
  readonly withGone?: boolean;
}

/** The reminders of vehicles, each as it stands today in its vehicle's zone, the most urgent first. */
export async function readReminders(
  trx: TenantTransaction,
  vehicles: readonly RemindedVehicle[],
  asked: AskedReminders,
): Promise<Reminder[]> {
  const onTheirDay = vehicles.map((vehicle) => ({
    vehicle,
    id: vehicle.id,
    today: localDateOf(asked.now, vehicle.timeZone),
  }));
  const contexts = await readReminderContexts(
    trx,
    onTheirDay.map(({ id, today }) => ({ id, today })),
  );
  const found = onTheirDay.flatMap(({ vehicle, id, today }) =>
    standingIn(contexts.get(id), vehicle, { ...asked, today }),
  );
  return listed(found);
}

/** The reminders of one vehicle as they stood. */
export async function readPastReminders(
  trx: TenantTransaction,
  vehicle: RemindedVehicle,
  { view, ...asked }: AskedReminders & { readonly view: PointOfView },
): Promise<Reminder[]> {
  const today = view.asOf ?? localDateOf(view.knownAt ?? asked.now, vehicle.timeZone);
  const context = remindersOf(await readPast(trx, vehicle.id, { ...view, asOf: today }));
  return listed(standingIn(context, vehicle, { ...asked, today }));
}

function standingIn(
  context: ReminderContext | undefined,
  { id, distanceUnit }: RemindedVehicle,
  { today, states, withGone = false }: AskedReminders & { readonly today: string },
) {
  if (!context || (context.gone && !withGone)) return [];
  return evaluateReminders(context, today)
    .filter(({ state }) => states === undefined || states.includes(state))
    .map((standing) => ({ standing, context, viewer: { vehicleId: id, distanceUnit, today } }));
}

function listed(found: ReturnType<typeof standingIn>): Reminder[] {
  return found
    .sort((a, b) => moreUrgent(a.standing, b.standing))
    .map(({ standing, context, viewer }) => presentReminder(standing, context, viewer));
}
