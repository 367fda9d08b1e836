import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
import type { ChangedFill } from './refold-segments.js';

/** Where the odometer was replaced, or no longer is. */
export interface ChangedPlace {
  readonly vehicleId: string;
  readonly date: string;
}

/** A replaced odometer changes what is measured over it, of every energy of the vehicle. */
export async function fillsAround(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  places: readonly ChangedPlace[],
): Promise<ChangedFill[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<ChangedFill>`
    SELECT DISTINCT p."vehicleId" AS vehicle_id, f.energy, p.date
      FROM ${recordset(places)} AS p ("vehicleId" uuid, date date)
      JOIN app.fuel_fills f ON f.tenant_id = ${tenantId} AND f.generation = ${generation} AND f.vehicle_id = p."vehicleId"`.execute(
    trx,
  );
  return rows;
}
