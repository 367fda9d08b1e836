import type { TenantTransaction } from '@odolog/db';
import type { EventToAppend } from '@odolog/event-store';
import { localDateOf, oddWarnings, type OddVehicle, type Warning } from '@odolog/vehicle';
import { hoursJumpWarnings } from './hours-jump-warnings.js';
import { jumpWarningsOf } from './jump-warnings.js';
import { voidWorkWarnings } from './void-work-warnings.js';

/** What is worth a second look in events of one vehicle that were accepted, by their ids; those without anything are left out. */
export async function eventWarnings(
  trx: TenantTransaction,
  events: readonly EventToAppend[],
  vehicle: OddVehicle,
): Promise<Map<string, Warning[]>> {
  const jumps = await jumpWarningsOf(trx, events);
  const hours = await hoursJumpWarnings(trx, events);
  const now = new Date().toISOString();
  const undone = await voidWorkWarnings(trx, events, { today: localDateOf(now, vehicle.timeZone) });
  return new Map(
    events.flatMap((event) => {
      const odd = oddWarnings(event, vehicle, now);
      const left = undone.get(event.id);
      const found = [
        ...(jumps.get(event.id) ?? []),
        ...(hours.get(event.id) ?? []),
        ...odd,
        ...(left ? [left] : []),
      ];
      return found.length > 0 ? [[event.id, found] as const] : [];
    }),
  );
}
