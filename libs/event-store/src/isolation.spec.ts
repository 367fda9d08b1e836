import { forTenant } from '@odolog/db';
import {
  aReading,
  aTenant,
  aVehicle,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore, type EventStore } from './event-store.js';
import {
  readEvent,
  readFeed,
  readHeadPosition,
  readHistory,
  readStream,
  readStreamVersion,
} from './read-events.js';
import { readTimeline } from './read-timeline.js';

let database: TestDatabase;
let store: EventStore;
let [mine, neighbour]: TestTenant[] = [];
let vehicle: string;
let eventId: string;

beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
  mine = await aTenant(database.admin());
  neighbour = await aTenant(database.admin());
  vehicle = await aVehicle(database.as('odolog_api'), store, mine);
  const event = aReading(mine, vehicle, { km: 10 });
  eventId = event.id;
  await store.append(event);
});
afterAll(async () => {
  store.close();
  await database.drop();
});

const relations = [
  'vehicle_events',
  'vehicle_streams',
  'tenant_heads',
  'event_ids',
  'event_supersessions',
  'vehicles',
  'garages',
  'tenants',
  'profiles',
  'memberships',
];

describe.each(['odolog_api', 'odolog_worker'] as const)('raw SQL as %s', (role) => {
  it.each(relations.filter((relation) => role === 'odolog_api' || relation !== 'tenant_heads'))(
    'sees no row of %s without a tenant',
    async (relation) => {
      const { rows } = await database.as(role).pool.query(`SELECT * FROM app.${relation}`);
      expect(rows).toEqual([]);
    },
  );

  it('sees the rows of its tenant, and none of another', async () => {
    for (const [tenant, count] of [
      [mine!, 1],
      [neighbour!, 0],
    ] as const) {
      const { rows } = await forTenant(database.as(role), tenant.tenantId, (trx) =>
        sql<{ vehicleId: string }>`SELECT vehicle_id FROM app.vehicle_events`.execute(trx),
      );
      expect(rows).toHaveLength(count);
    }
  });

  it('cannot go around the parent to a partition', async () => {
    const around = database.as(role).pool.query('SELECT * FROM app.vehicle_events_2026');
    await expect(around).rejects.toMatchObject({ code: '42501' });
  });
});

it.each(['odolog_jobs', 'odolog_auth'] as const)('%s does not get to read events at all', async (role) => {
  const read = database.as(role).pool.query('SELECT * FROM app.vehicle_events');
  await expect(read).rejects.toMatchObject({ code: '42501' });
});

describe('a neighbour who knows every id', () => {
  it('reads nothing through any reader', async () => {
    const api = database.as('odolog_api');
    const seen = await forTenant(api, neighbour!.tenantId, async (trx) => ({
      event: await readEvent(trx, eventId),
      history: await readHistory(trx, eventId),
      stream: await readStream(trx, vehicle),
      version: await readStreamVersion(trx, vehicle),
      feed: await readFeed(trx, { after: 0, limit: 10 }),
      head: await readHeadPosition(trx),
      timeline: (await readTimeline(api, neighbour!.tenantId, { vehicleId: vehicle, limit: 10 })).items,
    }));
    expect(seen).toEqual({
      event: undefined,
      history: [],
      stream: [],
      version: undefined,
      feed: [],
      head: 0,
      timeline: [],
    });
  });

  it('writes to, corrects and retracts nothing', async () => {
    const theirs = await aVehicle(database.as('odolog_api'), store, neighbour!);
    expect(await store.append(aReading(neighbour!, vehicle, { km: 11 }))).toEqual({
      status: 'unknown-vehicle',
    });
    expect(await store.append(aReading(neighbour!, theirs, { km: 11, correctsId: eventId }))).toEqual({
      status: 'unknown-target',
    });
  });

  it('may use the same event id: ids are unique within a tenant, and tell nothing beyond it', async () => {
    const theirs = await aVehicle(database.as('odolog_api'), store, neighbour!);
    expect(await store.append(aReading(neighbour!, theirs, { km: 1, id: eventId }))).toMatchObject({
      status: 'appended',
    });
  });
});

it('keeps several tenants apart within one batch', async () => {
  const tenants = await Promise.all(Array.from({ length: 8 }, () => aTenant(database.admin())));
  const vehicles = await Promise.all(
    tenants.map((tenant) => aVehicle(database.as('odolog_api'), store, tenant)),
  );
  await Promise.all(
    tenants.map((tenant, at) => store.append(aReading(tenant, vehicles[at]!, { km: at + 1 }))),
  );
  for (const [at, tenant] of tenants.entries()) {
    const feed = await forTenant(database.as('odolog_api'), tenant.tenantId, (trx) =>
      readFeed(trx, { after: 0, limit: 9 }),
    );
    expect(feed.map(({ vehicleId, position }) => ({ vehicleId, position }))).toEqual([
      { vehicleId: vehicles[at], position: 1 },
    ]);
  }
});

describe('in the tenant of a neighbour, by the functions themselves', () => {
  const command = (tenantId: string) =>
    sql`app.append_event(${tenantId}::uuid, ${vehicle}::uuid, uuidv7(), '2026-03-01', '2026-03-01T11:00Z', false,
      'note', 1::smallint, NULL, false, '{}', NULL, sha256(''), NULL, NULL, ${neighbour!.userId}::uuid, 'test')`;
  const group = (tenantId: string) =>
    sql`app.append_group(${`{${tenantId}}`}, ARRAY[${tenantId}::uuid], ARRAY[${vehicle}::uuid], ARRAY[uuidv7()], '{2026-03-01}',
      '{2026-03-01T11:00Z}', '{f}', '{note}', '{1}', '{NULL}', '{f}', ARRAY['{}'::jsonb], '{NULL}', sha256(''), '{NULL}',
      ARRAY[${neighbour!.userId}::uuid], '{test}')`;
  const attempts = {
    'an append': command,
    'a batch': group,
    'a batch that enters for itself': (tenantId: string) =>
      sql`app.enter_tenants(${`{${tenantId}}`}) AS entered, LATERAL ${group(tenantId)}`,
    'an append that enters for itself': (tenantId: string) =>
      sql`app.enter_tenant(${tenantId}) AS entered, LATERAL ${command(tenantId)}`,
    'a new stream': (tenantId: string) => sql`app.open_stream(${tenantId}, uuidv7())`,
  };

  it.each(Object.entries(attempts))('%s that names this one is refused', async (_, attempt) => {
    const intrusion = forTenant(database.as('odolog_api'), neighbour!.tenantId, (trx) =>
      sql`SELECT * FROM ${attempt(mine!.tenantId)}`.execute(trx),
    );
    await expect(intrusion).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['an append', 'a batch', 'a new stream'] as const)(
    '%s without a tenant is refused',
    async (name) => {
      const orphan = sql`SELECT * FROM ${attempts[name](mine!.tenantId)}`.execute(
        database.as('odolog_api').kysely,
      );
      await expect(orphan).rejects.toMatchObject({ code: '42501' });
    },
  );
});

it.each(['openStream', 'append', 'appendAll'] as const)(
  '%s enters the tenant of what it appends',
  async (by) => {
    const id = crypto.randomUUID();
    const event = aReading(mine!, vehicle, { km: 12, id });
    if (by === 'openStream') await store.openStream(mine!.tenantId, id);
    else if (by === 'append') await store.append(event);
    else await store.appendAll([event]);
    const { rows } = await forTenant(database.as('odolog_api'), mine!.tenantId, (trx) =>
      sql`SELECT FROM app.vehicle_streams WHERE vehicle_id = ${id} UNION ALL SELECT FROM app.event_ids WHERE id = ${id}`.execute(
        trx,
      ),
    );
    expect(rows).toHaveLength(1);
  },
);
