import { forTenant, type TenantTransaction } from '@odolog/db';
import { followCorrections, readHistories, type StoredEvent } from '@odolog/event-store';
import { eventType, factsOf } from '@odolog/events';
import { Problem, type Fault } from '@odolog/problems';
import type { DecidedEvent } from '@odolog/vehicle';
import type { Resources } from '../resources.js';

interface Place {
  readonly tenantId: string;
  readonly vehicleId: string;
}

interface Naming {
  readonly event: Pick<DecidedEvent, 'type' | 'schemaVersion' | 'data'>;
  /** Where the event stands in the body, as a JSON pointer. */
  readonly at?: string;
  /** What is corrected: what it named when that was recorded may be named again, wherever the vehicle has come from since. */
  readonly corrects?: StoredEvent | undefined;
}

/**
 * Work settles reminders of its own vehicle only. One that was retracted or closed since is one all the same.
 *
 * @throws Problem `validation-failed` with a fault for each that is not there
 */
export async function refuseUnknownReminders(
  resources: Pick<Resources, 'db'>,
  place: Place,
  naming: Naming,
): Promise<void> {
  const [problem] = await unknownReminders(resources, place, { events: [naming] });
  if (problem) throw problem;
}

/**
 * The same of several events, each with what refuses it.
 *
 * @param asked `setBeside` are reminders that the same request sets
 */
export async function unknownReminders(
  { db }: Pick<Resources, 'db'>,
  { tenantId, vehicleId }: Place,
  { events, setBeside = [] }: { readonly events: readonly Naming[]; readonly setBeside?: readonly string[] },
): Promise<(Problem | undefined)[]> {
  const unsure = events.map(({ event, corrects }) => {
    const sure = new Set([...setBeside, ...(corrects ? remindersNamedBy(corrects) : [])]);
    return remindersNamedBy(event).map((id) => (sure.has(id) ? null : id));
  });
  const asked = [...new Set(unsure.flat())].filter((id) => id !== null);
  if (asked.length === 0) return events.map(() => undefined);
  const known = await forTenant(db, tenantId, (trx) => remindersAmong(trx, vehicleId, asked));
  return unsure.map((ids, index) => problemOf(ids, known, events[index]?.at));
}

function problemOf(
  ids: readonly (string | null)[],
  known: ReadonlySet<string>,
  at = '',
): Problem | undefined {
  const detail = 'There is no such reminder of this vehicle';
  const errors = ids.flatMap((id, index): Fault[] =>
    id === null || known.has(id)
      ? []
      : [{ pointer: `${at}/data/reminderIds/${index}`, code: 'unknown-reminder', detail }],
  );
  return errors.length > 0 ? new Problem('validation-failed', { errors }) : undefined;
}

/** In the case in which ids are kept; what was recorded once may name them in another. */
export function remindersNamedBy(event: Naming['event']): string[] {
  return (factsOf(event).service?.reminderIds ?? []).map((id) => id.toLowerCase());
}

/** A reminder has the id of the event that set it, and is what its corrections have made of that. */
async function remindersAmong(
  trx: TenantTransaction,
  vehicleId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const events = await readHistories(trx, ids);
  const rootOf = new Map<string, string>();
  for (const { id, correctsId } of events) rootOf.set(id, rootOf.get(correctsId ?? '') ?? id);
  const histories = Map.groupBy(
    events.filter((event) => event.vehicleId === vehicleId),
    ({ id }) => rootOf.get(id) as string,
  );
  return new Set(ids.filter((id) => isReminder(histories.get(id) ?? [])));
}

/** As it stands, or stood last where it was retracted. */
function isReminder(history: readonly StoredEvent[]): boolean {
  const [standing] = followCorrections(history).standing.values();
  const last = standing ?? history.findLast(({ type }) => !eventType(type)?.hides);
  return last !== undefined && factsOf(last).reminder !== undefined;
}
