import { createEventStore, type EventStore } from '@odolog/event-store';
import { aReading, aTenant, aVehicle, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const vehiclesEach = 150;
const rounds = 8;

let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});

it(
  'a tenant that says little is not kept waiting by two that fill every batch',
  { timeout: 60_000 },
  async () => {
    const made = await Promise.all([1, 2, 3].map(() => aTenant(database.admin())));
    // Batches are locked in the order of ids: the quiet tenant is the last.
    const [first, second, quiet] = made.toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1));
    const vehicle = (tenant: typeof first) => aVehicle(database.as('odolog_api'), store, tenant!);
    const busy = await Promise.all(
      [first, second].flatMap((tenant) =>
        Array.from({ length: vehiclesEach }, async () => ({
          tenant: tenant!,
          vehicle: await vehicle(tenant),
        })),
      ),
    );
    const seldom = await vehicle(quiet);
    let answered = 0;
    const load = busy.map(async (one) => {
      for (let km = 1; km <= rounds; km += 1) {
        await store.append(aReading(one.tenant, one.vehicle, { km }));
        answered += 1;
      }
    });
    await store.append(aReading(quiet!, seldom, { km: 1 }));
    const before = answered;
    await Promise.all(load);
    expect(answered).toBe(busy.length * rounds);
    expect(before).toBeLessThan(answered / 2);
  },
);
