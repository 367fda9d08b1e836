import { forTenant } from '@odolog/db';
import {
  readStreamVersion,
  type AppendOutcome,
  type EventToAppend,
  type SequenceOptions,
} from '@odolog/event-store';
import type { Resources } from '../resources.js';
import { refuseOtherVersion } from '../vehicles/expected-version.js';

interface Sequence {
  readonly tenantId: string;
  readonly vehicleId: string;
  readonly events: readonly EventToAppend[];
}

/**
 * Appends events to a vehicle as the client knows it. Where there are none, nobody else would ask whether it does.
 *
 * @throws Problem `version-conflict` with the current version, when the client knows another one
 */
export async function appendSequence(
  { db, store }: Resources,
  { tenantId, vehicleId, events }: Sequence,
  options: SequenceOptions,
): Promise<AppendOutcome[]> {
  const { expectedVersion } = options;
  if (events.length === 0 && expectedVersion !== undefined) {
    const version = await forTenant(db, tenantId, (trx) => readStreamVersion(trx, vehicleId));
    refuseOtherVersion(version ?? 0, expectedVersion);
  }
  const outcomes = await store.appendAll(events, options);
  const [first] = outcomes;
  if (first?.status === 'version-conflict') refuseOtherVersion(first.version, expectedVersion);
  return outcomes;
}
