import type { TenantTransaction } from '@odolog/db';
import type { EventToAppend } from '@odolog/event-store';
import { implausibleJump, jumpWarning, type DatedReading, type Warning } from '@odolog/vehicle';
import { sql } from 'kysely';

/** Enough of them to know how a vehicle usually moves. */
const readingsAround = 40;

/** Whether an accepted reading stands far above the usual distance: worth a look, no reason to refuse. */
export async function jumpWarnings(trx: TenantTransaction, event: EventToAppend): Promise<Warning[]> {
  const { odometer, odometerM, date } = event;
  if (!odometer || odometerM === null || odometer.void) return [];
  const jump = implausibleJump({ date, odometerM }, await readingsBefore(trx, event));
  return jump ? [jumpWarning(jump, odometer.unit)] : [];
}

async function readingsBefore(
  trx: TenantTransaction,
  { tenantId, vehicleId, id, date, correctsId = id }: EventToAppend,
): Promise<DatedReading[]> {
  return trx
    .selectFrom('odometerReadings')
    .select(['date', 'odometerM'])
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', vehicleId)
    .where('date', '<=', date)
    .where('eventId', 'not in', [id, correctsId])
    .where('void', '=', sql<boolean>`false`)
    .orderBy('date', 'desc')
    .limit(readingsAround)
    .execute();
}
