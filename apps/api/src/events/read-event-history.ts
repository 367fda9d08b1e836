import { forTenant } from '@odolog/db';
import { readHistory } from '@odolog/event-store';
import type { Format } from '@odolog/events';
import { Problem } from '@odolog/problems';
import type { CallOf } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { presentEvents } from '../timeline/present-events.js';
import type { TimelineItem } from '../timeline/timeline.contract.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { getEvent } from './events.contract.js';
import { standingOf } from './standing.js';

/**
 * An event with what it corrects and what corrects it, oldest first.
 *
 * @throws Problem `not-found` when it is not an event of this vehicle
 */
export async function readEventHistory(
  { db }: Resources,
  { caller, params }: Pick<CallOf<typeof getEvent>, 'caller' | 'params'>,
  format: Format,
): Promise<TimelineItem[]> {
  return forTenant(db, caller.tenantId, async (trx) => {
    await readVehicle(trx, caller.tenantId, params.vehicleId);
    const history = await readHistory(trx, params.eventId);
    if (history[0]?.vehicleId !== params.vehicleId) throw new Problem('not-found');
    return presentEvents(trx, standingOf(history), format);
  });
}
