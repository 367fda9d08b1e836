import type { TenantTransaction } from '@odolog/db';
import type { EventToAppend } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { hoursJump, type HoursReading, type Warning } from '@odolog/vehicle';

/** Accepted hours that ran faster than time since those before, or those that came with them, by the ids of their events. */
export async function hoursJumpWarnings(
  trx: TenantTransaction,
  events: readonly EventToAppend[],
): Promise<Map<string, Warning[]>> {
  const came = events.flatMap(readingOf);
  const [first] = events;
  if (!first || came.length === 0) return new Map();
  const replaced = new Set(events.flatMap(({ id, correctsId }) => [id, correctsId]));
  const known = (await readHours(trx, first)).filter(({ eventId }) => !replaced.has(eventId));
  const all = [...known, ...came];
  return new Map(
    came.map((reading) => [
      reading.eventId,
      hoursJump(
        reading,
        all.filter((other) => other !== reading),
      ),
    ]),
  );
}

function readingOf(event: EventToAppend): HoursReading[] {
  const { runtime } = factsOf(event);
  if (!runtime || runtime.void) return [];
  const { id: eventId, date, occurredAt } = event;
  return [{ eventId, date, occurredAt, ...runtime }];
}

async function readHours(
  trx: TenantTransaction,
  { tenantId, vehicleId }: EventToAppend,
): Promise<HoursReading[]> {
  const rows = await trx
    .selectFrom('reminderEvents')
    .select(['eventId', 'date', 'occurredAt', 'runtimeMin'])
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', vehicleId)
    .where('runtimeMin', 'is not', null)
    .execute();
  return rows.map(({ eventId, date, occurredAt, runtimeMin }) => ({
    eventId,
    date,
    occurredAt: occurredAt.toISOString(),
    minutes: Number(runtimeMin),
  }));
}
