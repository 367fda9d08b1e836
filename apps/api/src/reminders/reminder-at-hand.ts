import { forTenant } from '@odolog/db';
import { readEvent, readHeadPosition, type StoredEvent } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import { waitForPosition } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { recordableVehicle, type RecordableVehicle } from '../vehicles/recordable-vehicle.js';
import { knownReminder, refuseClosed, type KnownReminder } from './known-reminder.js';

const longestWaitMs = 300;

/** A reminder with the vehicle and the moment at which something happens to it. */
export interface ReminderAtHand extends KnownReminder {
  readonly vehicle: RecordableVehicle;
  /** RFC 3339. */
  readonly now: string;
  /** YYYY-MM-DD in the vehicle's zone; of a request that comes again, the day of the first time. */
  readonly today: string;
  /** What the command did when it came the first time. */
  readonly repeated: StoredEvent | undefined;
}

/**
 * The reminder that a command is about. What the command's own event did to it already is no reason to refuse: the same
 * request again is answered with what it did the first time.
 *
 * @throws Problem `not-found`, or `reminder-closed` for one that is done for good or dismissed
 */
export async function reminderAtHand(
  resources: Resources,
  caller: Caller,
  { reminderId, eventId }: { readonly reminderId: string; readonly eventId: string },
): Promise<ReminderAtHand> {
  const { db } = resources;
  const { tenantId } = caller;
  const [set, repeated] = await forTenant(db, tenantId, async (trx) => [
    await readEvent(trx, reminderId),
    await readEvent(trx, eventId),
  ]);
  if (!set) throw new Problem('not-found');
  const vehicle = await recordableVehicle(resources, caller, set.vehicleId);
  const now = new Date().toISOString();
  const today = repeated?.date ?? localDateOf(now, vehicle.timeZone);
  await caughtUp(resources, tenantId);
  const known = await forTenant(db, tenantId, (trx) => knownReminder(trx, { reminderId, today }));
  if (!repeated) refuseClosed(known.standing);
  return { ...known, vehicle, now, today, repeated };
}

/** Two commands may follow each other closely: the second is decided after the first is folded, where a worker is there at all. */
async function caughtUp({ db }: Resources, tenantId: string): Promise<void> {
  const position = await forTenant(db, tenantId, readHeadPosition);
  await waitForPosition(db, { tenantId, position }, { timeoutMs: longestWaitMs });
}
