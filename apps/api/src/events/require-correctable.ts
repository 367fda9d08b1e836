import { mayCorrect } from '@odolog/access';
import type { StoredEvent } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import { vehicleResource } from '../access/resource-of.js';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';

/** @throws Problem `entry-of-another` for what the caller has not entered themselves, and does not answer for either */
export async function requireCorrectable(
  resources: Resources,
  caller: Caller,
  { vehicleId, recordedBy }: Pick<StoredEvent, 'vehicleId' | 'recordedBy'>,
): Promise<void> {
  const vehicle = await vehicleResource(resources, caller, vehicleId);
  if (!mayCorrect(caller.standing, vehicle, recordedBy === caller.userId))
    throw new Problem('entry-of-another');
}
