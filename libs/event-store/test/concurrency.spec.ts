import { randomUUID } from 'node:crypto';
import { createDatabase, forTenant, type Database } from '@odolog/db';
import {
  createEventStore,
  readFeed,
  type AppendOutcome,
  type EventStore,
  type EventToAppend,
} from '@odolog/event-store';
import {
  aReading,
  aTenant,
  aVehicle,
  findStoreFaults,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Two stores with pools of their own stand for two processes. */
let database: TestDatabase;
let pools: Database[];
let stores: EventStore[];
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  pools = [1, 2].map(() => createDatabase({ connectionString: database.url('odolog_api') }));
  stores = pools.map(createEventStore);
});
afterAll(async () => {
  for (const store of stores) store.close();
  await Promise.all(pools.map((pool) => pool.close()));
  await database.drop();
});
beforeEach(async () => {
  tenant = await aTenant(database.admin());
});

const newVehicle = (owner = tenant) => aVehicle(database.as('odolog_api'), stores[0]!, owner);
const random = (below: number) => Math.floor(Math.random() * below);
const concurrently = <Result>(count: number, work: (at: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));
const count = (outcomes: readonly AppendOutcome[], status: AppendOutcome['status']) =>
  outcomes.filter((outcome) => outcome.status === status).length;

/** A reading on some day of two years that fits the others more often than not. */
function someReading(owner: TestTenant, vehicle: string, about: Partial<EventToAppend> = {}): EventToAppend {
  const day = random(700);
  const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  return aReading(owner, vehicle, { km: 1000 + day * 40 + random(120), date, ...about });
}

describe('32 concurrent writers', () => {
  it('on one vehicle keep readings, versions, positions and the chain in order', async () => {
    const vehicle = await newVehicle();
    const outcomes = (
      await concurrently(32, async (writer) => {
        const mine = [];
        for (let turn = 0; turn < 12; turn++)
          mine.push(await stores[writer % 2]!.append(someReading(tenant, vehicle)));
        return mine;
      })
    ).flat();
    expect(count(outcomes, 'appended') + count(outcomes, 'odometer-out-of-order')).toBe(32 * 12);
    expect(count(outcomes, 'appended')).toBeGreaterThan(30);
    expect(await findStoreFaults(database.admin())).toEqual([]);
  });

  it('on many vehicles of many tenants, with every kind of command at once, leave no fault', async () => {
    const tenants = await concurrently(4, () => aTenant(database.admin()));
    const fleet = (
      await concurrently(16, async (at) => ({
        owner: tenants[at % 4]!,
        vehicle: await newVehicle(tenants[at % 4]!),
      }))
    ).map((member) => ({ ...member, recorded: [] as EventToAppend[] }));
    await concurrently(32, async (writer) => {
      const store = stores[writer % 2]!;
      for (let turn = 0; turn < 15; turn++) {
        const { owner, vehicle, recorded } = fleet[random(fleet.length)]!;
        const earlier = recorded[random(recorded.length)];
        const event = someReading(owner, vehicle);
        const dice = random(10);
        if (dice === 0 && earlier) await store.append(earlier);
        else if (dice === 1 && earlier) await store.append({ ...event, correctsId: earlier.id });
        else if (dice === 2 && earlier) {
          const nothing = { type: 'retraction', odometer: null, odometerM: null };
          await store.append({ ...event, ...nothing, correctsId: earlier.id });
        } else if (dice === 3) await store.appendAll([1, 2, 3, 4].map(() => someReading(owner, vehicle)));
        else if (dice === 4 && earlier) await store.append({ ...event, id: earlier.id });
        else if (dice === 5) await store.append({ ...event, expectedVersion: random(20) });
        else if ((await store.append(event)).status === 'appended') recorded.push(event);
      }
    });
    expect(await findStoreFaults(database.admin())).toEqual([]);
  });

  it('show a reader every position in order, with no gap at any moment', async () => {
    const vehicles = await concurrently(8, () => newVehicle());
    const seen: number[] = [];
    let writing = true;
    const reading = (async () => {
      for (let more = true; more;) {
        more = writing;
        const page = await forTenant(pools[1]!, tenant.tenantId, (trx) =>
          readFeed(trx, { after: seen.at(-1) ?? 0, limit: 50 }),
        );
        seen.push(...page.map(({ position }) => position));
        more ||= page.length > 0;
      }
    })();
    await concurrently(32, async (writer) => {
      for (let turn = 0; turn < 10; turn++)
        await stores[writer % 2]!.append(aReading(tenant, vehicles[random(8)]!));
    });
    writing = false;
    await reading;
    expect(seen).toEqual(Array.from({ length: 320 }, (_, at) => at + 1));
  });

  it('who expect the same version: one of them gets it', async () => {
    const vehicle = await newVehicle();
    const outcomes = await concurrently(32, (writer) =>
      stores[writer % 2]!.append(aReading(tenant, vehicle, { expectedVersion: 0 })),
    );
    expect([count(outcomes, 'appended'), count(outcomes, 'version-conflict')]).toEqual([1, 31]);
  });

  it('who repeat one command: it is appended once, and each is told where', async () => {
    const vehicle = await newVehicle();
    const event = aReading(tenant, vehicle, { km: 7 });
    const outcomes = await concurrently(32, (writer) => stores[writer % 2]!.append(event));
    expect(count(outcomes, 'appended')).toBe(1);
    expect(
      outcomes.every((outcome) => 'position' in outcome && outcome.position === 1 && outcome.version === 1),
    ).toBe(true);
  });

  it('who race for one id with other vehicles, dates and contents: one of them gets it', async () => {
    const vehicles = await concurrently(16, () => newVehicle());
    const id = randomUUID();
    const outcomes = await concurrently(32, (writer) =>
      stores[writer % 2]!.append(
        someReading(tenant, vehicles[writer % 16]!, { id, notes: `of writer ${writer}` }),
      ),
    );
    expect([count(outcomes, 'appended'), count(outcomes, 'id-reused')]).toEqual([1, 31]);
    expect(await findStoreFaults(database.admin())).toEqual([]);
  });

  it('who correct the same event: one correction stands', async () => {
    const vehicle = await newVehicle();
    const typo = aReading(tenant, vehicle, { km: 100 });
    await stores[0]!.append(typo);
    const outcomes = await concurrently(32, (writer) =>
      stores[writer % 2]!.append(aReading(tenant, vehicle, { km: 101 + writer, correctsId: typo.id })),
    );
    expect([count(outcomes, 'appended'), count(outcomes, 'target-superseded')]).toEqual([1, 31]);
    expect(await findStoreFaults(database.admin())).toEqual([]);
  });
});

it('commands that wait together share transactions', async () => {
  const vehicles = await concurrently(60, () => newVehicle());
  await Promise.all(vehicles.map((vehicle) => stores[0]!.append(aReading(tenant, vehicle))));
  const { rows } = await database
    .admin()
    .pool.query(
      'SELECT count(*), count(DISTINCT xmin::text) < 10 AS few FROM app.vehicle_events WHERE tenant_id = $1',
      [tenant.tenantId],
    );
  expect(rows).toEqual([{ count: 60, few: true }]);
});

it('one command that the database refuses fails no other of its batch', async () => {
  const vehicles = await concurrently(6, () => newVehicle());
  const outcomes = await Promise.allSettled(
    vehicles.map((vehicle, at) =>
      stores[0]!.append(aReading(tenant, vehicle, at === 3 ? { schemaVersion: 70_000 } : {})),
    ),
  );
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.status : 'failed')),
  ).toEqual(['appended', 'appended', 'appended', 'failed', 'appended', 'appended']);
});

describe('a year without a partition', () => {
  it('is made once by however many want it, while appends to other years go on', async () => {
    const vehicle = await newVehicle();
    const [made] = await Promise.all([
      concurrently(16, async (at) => {
        const { rows } = await pools[at % 2]!.pool.query<{ made: boolean }>(
          `SELECT app.ensure_partition('1971-07-01') AS made`,
        );
        return rows[0]!.made;
      }),
      concurrently(32, () => stores[0]!.append(aReading(tenant, vehicle))),
      concurrently(8, (at) =>
        stores[at % 2]!.append(aReading(tenant, vehicle, { date: `19${60 + at}-05-05` })),
      ),
    ]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await findStoreFaults(database.admin())).toEqual([]);
  });

  it('that went away behind our back is made anew, for one and for a batch', async () => {
    const vehicles = await concurrently(3, () => newVehicle());
    const in1988 = (vehicle: string) => stores[0]!.append(aReading(tenant, vehicle, { date: '1988-02-02' }));
    const archive = () =>
      database.admin().pool.query(`
        ALTER TABLE app.vehicle_events DETACH PARTITION app.vehicle_events_1988;
        DROP TABLE app.vehicle_events_1988`);
    const elsewhere = await aTenant(database.admin());
    await stores[0]!.append(aReading(elsewhere, await newVehicle(elsewhere), { date: '1988-03-03' }));
    await archive();
    expect(await in1988(vehicles[0]!)).toMatchObject({ status: 'appended' });
    await archive();
    const outcomes = await Promise.all(vehicles.map(in1988));
    expect(count(outcomes, 'appended')).toBe(3);
  });
});
