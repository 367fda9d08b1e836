import { randomUUID } from 'node:crypto';
import { forTenant, type Database } from '@odolog/db';
import type { EventStore } from '@odolog/event-store';
import type { TestTenant } from './people.js';

/** Adds a vehicle with its stream, as the api does. */
export async function aVehicle(
  api: Database,
  store: EventStore,
  tenant: TestTenant,
  nickname = 'Octavia',
): Promise<string> {
  const id = randomUUID();
  await forTenant(api, tenant.tenantId, (trx) =>
    trx
      .insertInto('vehicles')
      .values({
        tenantId: tenant.tenantId,
        id,
        nickname,
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        distanceUnit: 'km',
        volumeUnit: 'L',
        createdBy: tenant.userId,
      })
      .execute(),
  );
  await store.openStream(tenant.tenantId, id);
  return id;
}
