import type { TenantTransaction } from '@odolog/db';
import { readReminderContexts } from '@odolog/read-models';
import type { DistanceUnit } from '@odolog/units';
import { evaluateReminders, localDateOf, moreUrgent, type ReminderState } from '@odolog/vehicle';
import { presentReminder } from './present-reminder.js';
import type { Reminder } from './reminders.contract.js';

/** What must be known of a vehicle to say how its reminders stand. */
export interface RemindedVehicle {
  readonly id: string;
  readonly timeZone: string;
  readonly distanceUnit: DistanceUnit;
}

/**
 * The reminders of vehicles, each as it stands today in its vehicle's zone, the most urgent first.
 * @param states only those in one of these states; all when missing
 * @param withGone also those of vehicles that are sold, transferred or archived
 */
export async function readReminders(
  trx: TenantTransaction,
  vehicles: readonly RemindedVehicle[],
  {
    now,
    states,
    withGone = false,
  }: {
    readonly now: string;
    readonly states?: readonly ReminderState[] | undefined;
    readonly withGone?: boolean;
  },
): Promise<{ items: Reminder[]; nextCursor: null }> {
  const contexts = await readReminderContexts(
    trx,
    vehicles.map(({ id }) => id),
  );
  const found = vehicles.flatMap(({ id, timeZone, distanceUnit }) => {
    const context = contexts.get(id);
    if (!context || (context.gone && !withGone)) return [];
    const today = localDateOf(now, timeZone);
    return evaluateReminders(context, today).map((standing) => ({
      standing,
      context,
      viewer: { vehicleId: id, distanceUnit, today },
    }));
  });
  const items = found
    .filter(({ standing }) => states === undefined || states.includes(standing.state))
    .sort((a, b) => moreUrgent(a.standing, b.standing))
    .map(({ standing, context, viewer }) => presentReminder(standing, context, viewer));
  return { items, nextCursor: null };
}
