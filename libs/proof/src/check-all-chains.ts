import { forTenant, type Database } from '@odolog/db';
import { checkChain, type ChainCheck } from './chain-check.js';

/** Every chain of the installation, checked: how many, and those in which something does not fit. */
export interface ChainReport {
  readonly vehicles: number;
  readonly changed: readonly (ChainCheck & { readonly tenantId: string })[];
}

/**
 * Checks every vehicle of every tenant, deleted ones too, one transaction each: a check of years of history holds nothing
 * up for longer than one vehicle takes.
 *
 * @param worker as odolog_worker, which knows which tenants there are
 */
export async function checkAllChains(worker: Database, now: () => Date): Promise<ChainReport> {
  const tenants = await worker.kysely
    .selectFrom('tenantHeads')
    .select('tenantId')
    .orderBy('tenantId')
    .execute();
  const changed: ChainReport['changed'][number][] = [];
  let vehicles = 0;
  for (const { tenantId } of tenants) {
    for (const vehicleId of await vehiclesOf(worker, tenantId)) {
      const check = await forTenant(worker, tenantId, (trx) => checkChain(trx, vehicleId, now()));
      vehicles += 1;
      if (check && !check.unchanged) changed.push({ ...check, tenantId });
    }
  }
  return { vehicles, changed };
}

async function vehiclesOf(worker: Database, tenantId: string): Promise<string[]> {
  const rows = await forTenant(worker, tenantId, (trx) =>
    trx.selectFrom('vehicles').select('id').where('tenantId', '=', tenantId).orderBy('id').execute(),
  );
  return rows.map(({ id }) => id);
}
