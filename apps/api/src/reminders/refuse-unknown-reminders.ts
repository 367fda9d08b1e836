import { forTenant } from '@odolog/db';
import { readCorrected, type StoredEvent } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { Problem, type Fault } from '@odolog/problems';
import type { DecidedEvent } from '@odolog/vehicle';
import type { Resources } from '../resources.js';

interface Place {
  readonly tenantId: string;
  readonly vehicleId: string;
  /** Where the event stands in the body, as a JSON pointer. */
  readonly at?: string;
  /** What is corrected: what it named when that was recorded may be named again, wherever the vehicle has come from since. */
  readonly corrects?: StoredEvent | undefined;
  /** Reminders that the same request sets. */
  readonly setBeside?: readonly string[];
}

/**
 * Work settles reminders of its own vehicle only. One that was retracted or closed since is one all the same.
 *
 * @throws Problem `validation-failed` with a fault for each that is not there
 */
export async function refuseUnknownReminders(
  { db }: Pick<Resources, 'db'>,
  { tenantId, vehicleId, at = '', corrects, setBeside = [] }: Place,
  event: Pick<DecidedEvent, 'type' | 'schemaVersion' | 'data'>,
): Promise<void> {
  const named = factsOf(event).service?.reminderIds ?? [];
  if (named.length === 0) return;
  const before = corrects ? (factsOf(corrects).service?.reminderIds ?? []) : [];
  const unsure = named.filter((id) => !before.includes(id) && !setBeside.includes(id));
  if (unsure.length === 0) return;
  const stored = await forTenant(db, tenantId, (trx) => readCorrected(trx, unsure));
  const known = new Set(
    stored
      .filter((one) => one.vehicleId === vehicleId && one.correctsId === null && factsOf(one).reminder)
      .map(({ id }) => id),
  );
  const detail = 'There is no such reminder of this vehicle';
  const errors = named.flatMap((id, index): Fault[] => {
    if (!unsure.includes(id) || known.has(id)) return [];
    return [{ pointer: `${at}/data/reminderIds/${index}`, code: 'unknown-reminder', detail }];
  });
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
}
