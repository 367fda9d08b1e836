import { randomUUID } from 'node:crypto';
import { createEventStore } from '@odolog/event-store';
import {
  anEvent,
  aReading,
  aTenant,
  aVehicle,
  foldAll,
  testDatabase,
  type TestDatabase,
} from '@odolog/testing';
import { fillEveryTable } from './fill-every-table.js';
import { giveSecrets } from './give-secrets.js';
import type { Occupant } from './occupant.js';

export interface TwoTenants {
  readonly database: TestDatabase;
  readonly victim: Occupant;
  readonly intruder: Occupant;
}

/** A database in which two tenants have a row in every table there is: real ones where the product makes them, else made up. */
export async function twoTenants(): Promise<TwoTenants> {
  const database = await testDatabase();
  const victim = await anOccupant(database, 'victim', 1);
  const intruder = await anOccupant(database, 'intruder', 2);
  await foldAll(database.as('odolog_worker'));
  for (const occupant of [victim, intruder]) await giveSecrets(database, occupant);
  await fillEveryTable(database, [victim, intruder]);
  const { pool } = database.admin();
  await pool.query('REFRESH MATERIALIZED VIEW private.timeline_feed');
  // So that the planner's statistics hold samples of the rows.
  await pool.query('ANALYZE');
  return { database, victim, intruder };
}

async function anOccupant(database: TestDatabase, name: string, number: number): Promise<Occupant> {
  const secret = `secret-of-the-${name}-${randomUUID().slice(0, 8)}`;
  const tenant = await aTenant(database.admin(), secret);
  const store = createEventStore(database.as('odolog_api'));
  const vehicleId = await aVehicle(database.as('odolog_api'), store, tenant, secret);
  const first = aReading(tenant, vehicleId, { km: 1000, notes: secret });
  const fuel = anEvent('fuel', tenant, vehicleId, { date: '2026-03-02', km: 1100, notes: secret });
  const later = anEvent('fuel', tenant, vehicleId, { date: '2026-03-09', km: 1600, notes: secret });
  const corrected = aReading(tenant, vehicleId, { km: 1001, correctsId: first.id });
  for (const event of [first, fuel, later, corrected]) await store.append(event);
  store.close();
  return { ...tenant, vehicleId, eventId: first.id, secret, number };
}
