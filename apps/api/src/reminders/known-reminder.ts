import type { TenantTransaction } from '@odolog/db';
import { followCorrections, readHistory, type StoredEvent } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { readReminderContext, withEvent } from '@odolog/read-models';
import { evaluateReminder, type ReminderContext, type ReminderStanding } from '@odolog/vehicle';

/** A reminder that can be acted upon. */
export interface KnownReminder {
  readonly vehicleId: string;
  readonly standing: ReminderStanding;
  readonly context: ReminderContext;
}

/**
 * A reminder by the id of the event that set it, or of any edit of it. It is looked for in the stream itself, so that it is
 * found the moment after it was set.
 *
 * @param also an event that was appended this moment and may not be folded yet
 * @throws Problem `not-found` for what is no reminder, or was retracted
 */
export async function knownReminder(
  trx: TenantTransaction,
  { reminderId, today, also }: { reminderId: string; today: string; also?: StoredEvent },
): Promise<KnownReminder> {
  const history = await readHistory(trx, reminderId);
  const [root] = history;
  const standing = [...followCorrections(history).standing.values()].at(-1);
  if (!root || !standing || factsOf(standing).reminder === undefined) throw new Problem('not-found');
  const { vehicleId } = standing;
  const folded = await readReminderContext(trx, { id: vehicleId, today });
  const set = withEvent(folded, standing, { rootId: root.id, today });
  const context = also ? withEvent(set, also, { rootId: also.id, today }) : set;
  const reminder = context.reminders.find(({ id }) => id === root.id)!;
  return { vehicleId, context, standing: evaluateReminder(reminder, context, today) };
}

/** @throws Problem `reminder-closed` for one that is done for good or dismissed */
export function refuseClosed({ state }: ReminderStanding): void {
  if (state === 'completed' || state === 'dismissed')
    throw new Problem('reminder-closed', { detail: `It is ${state}`, state });
}
