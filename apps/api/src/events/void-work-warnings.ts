import type { TenantTransaction } from '@odolog/db';
import type { EventToAppend } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { readReminderContext } from '@odolog/read-models';
import type { StandingReminder, Warning } from '@odolog/vehicle';

/** Accepted work that would have completed reminders, did its reading count, by the ids of its events. */
export async function voidWorkWarnings(
  trx: TenantTransaction,
  events: readonly EventToAppend[],
  { today }: { readonly today: string },
): Promise<Map<string, Warning>> {
  const uncounted = events.filter(isVoidWork);
  const [first] = uncounted;
  if (!first) return new Map();
  const { reminders } = await readReminderContext(trx, { id: first.vehicleId, today });
  return new Map(
    uncounted.flatMap((event) => {
      const left = reminders.filter((reminder) => isMeant(reminder, event));
      return left.length > 0 ? [[event.id, warningOf(left)] as const] : [];
    }),
  );
}

function isVoidWork(event: EventToAppend): boolean {
  const { service, runtime } = factsOf(event);
  return service !== undefined && (event.odometer?.void === true || runtime?.void === true);
}

/** Named by the work, or of its kind and set by then. */
function isMeant({ id, date, fact }: StandingReminder, event: EventToAppend): boolean {
  const { kinds = [], reminderIds = [] } = factsOf(event).service ?? {};
  if (reminderIds.includes(id)) return true;
  return fact.serviceKind !== undefined && kinds.includes(fact.serviceKind) && event.date >= date;
}

function warningOf(left: readonly StandingReminder[]): Warning {
  const titles = left.map(({ fact }) => fact.title).join(', ');
  return {
    code: 'void-completes-nothing',
    detail: `Its reading is void, so it completes no reminder: ${titles}`,
  };
}
