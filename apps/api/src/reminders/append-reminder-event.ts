import { forTenant } from '@odolog/db';
import { readEvent } from '@odolog/event-store';
import { localDateOf, type DecidedEvent } from '@odolog/vehicle';
import { appendAndAnswer } from '../events/append-and-answer.js';
import { Answer } from '../http/answer.js';
import type { CallOf, RouteContract } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { inFlat } from './decide-flat.js';
import { knownReminder } from './known-reminder.js';
import { presentReminder } from './present-reminder.js';
import type { RecordedReminder } from './reminders.contract.js';

type Call = Pick<CallOf<RouteContract>, 'caller' | 'expectedVersion'>;

/** Appends what happened to a reminder, and answers with how it stands after that. @throws Problem for what the store refuses */
export async function appendReminderEvent(
  resources: Resources,
  { caller, expectedVersion }: Call,
  {
    vehicleId,
    reminderId,
    event,
    now,
  }: { vehicleId: string; reminderId: string; event: DecidedEvent; now: string },
): Promise<Answer<RecordedReminder>> {
  const call = { caller, expectedVersion, params: { vehicleId } };
  const { status, body, headers } = await appendAndAnswer(resources, call, event).catch((error: unknown) => {
    throw inFlat(error);
  });
  const { timeZone, distanceUnit } = await recordableVehicle(resources, caller, vehicleId);
  const today = localDateOf(now, timeZone);
  const reminder = await forTenant(resources.db, caller.tenantId, async (trx) => {
    const also = await readEvent(trx, event.id);
    const { standing, context } = await knownReminder(trx, { reminderId, today, ...(also && { also }) });
    return presentReminder(standing, context, { vehicleId, distanceUnit, today });
  });
  return new Answer(status, { ...reminder, ...body }, headers);
}
