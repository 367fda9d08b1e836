import { forTenant } from '@odolog/db';
import { createEventStore } from '@odolog/event-store';
import { lastChainCheck } from '@odolog/proof';
import { aReading, aTenant, aVehicle, testDatabase, type TestDatabase } from '@odolog/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChains } from '../src/jobs/verify-chains.job.js';

const now = () => new Date('2026-11-21T02:41:00.000Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('verifies every vehicle of every tenant, keeps what it found and reports what was tampered with', async () => {
  const api = database.as('odolog_api');
  const store = createEventStore(api);
  const households = [await aTenant(database.admin()), await aTenant(database.admin())];
  const [intact, tampered] = await Promise.all(
    households.map(async (tenant) => {
      const vehicleId = await aVehicle(api, store, tenant);
      const reading = aReading(tenant, vehicleId, { km: 5 });
      await store.append(reading);
      return { vehicleId, tenantId: tenant.tenantId, eventId: reading.id };
    }),
  );
  store.close();
  await database.admin().pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE app.vehicle_events SET notes = 'x' WHERE id = '${tampered!.eventId}'; COMMIT`,
  );

  const context = {
    jobs: database.as('odolog_jobs'),
    worker: database.as('odolog_worker'),
    log: pino({ level: 'silent' }),
    now,
  };
  const { eventId, ...vehicle } = tampered!;
  const found = { checkedAt: now().toISOString(), version: 1 };
  const fault = { what: 'altered', version: 1, eventId };
  expect(await verifyChains.run(context as never, {})).toEqual({
    vehicles: 2,
    changed: 1,
    first: [{ ...vehicle, ...found, unchanged: false, fault }],
  });
  const kept = ({ tenantId, vehicleId }: typeof vehicle) =>
    forTenant(api, tenantId, (trx) => lastChainCheck(trx, vehicleId));
  expect(await kept(vehicle)).toMatchObject({ ...found, unchanged: false, fault });
  expect(await kept(intact!)).toMatchObject({ ...found, unchanged: true, fault: null });
});
