import type { Schema, TenantTransaction } from '@odolog/db';
import type { TariffPeriod } from '@odolog/vehicle';
import type { Selectable } from 'kysely';
import type { Tariff } from './tariffs.contract.js';

/** The latest first. */
export async function readTariffs(
  trx: TenantTransaction,
  tenantId: string,
  vehicleId: string,
): Promise<Tariff[]> {
  const rows = await trx
    .selectFrom('tariffs')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', vehicleId)
    .where('deletedAt', 'is', null)
    .orderBy('validFrom', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(tariffOf);
}

export function tariffOf(row: Selectable<Schema['tariffs']>): Tariff {
  const { tenantId: _, createdBy: _by, deletedAt: _at, deletedBy: _who, ...told } = row;
  return {
    ...told,
    charger: row.charger as Tariff['charger'],
    periods: row.periods as unknown as (TariffPeriod & { days: number[] })[],
    createdAt: row.createdAt.toISOString(),
  };
}
