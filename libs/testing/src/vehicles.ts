import { randomUUID } from 'node:crypto';
import { forTenant, type Database } from '@odolog/db';
import type { EventStore } from '@odolog/event-store';
import type { TestTenant } from './people.js';

/** What is said of a vehicle when it is added. */
export const aVehicleRow = ({ tenantId, userId }: TestTenant, nickname = 'Octavia') => ({
  tenantId,
  id: randomUUID(),
  nickname,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  distanceUnit: 'km',
  volumeUnit: 'L',
  createdBy: userId,
});

/** Adds a vehicle with its stream, as the api does. */
export async function aVehicle(
  api: Database,
  store: EventStore,
  tenant: TestTenant,
  nickname?: string,
): Promise<string> {
  const row = aVehicleRow(tenant, nickname);
  await forTenant(api, tenant.tenantId, (trx) => trx.insertInto('vehicles').values(row).execute());
  await store.openStream(tenant.tenantId, row.id);
  return row.id;
}
