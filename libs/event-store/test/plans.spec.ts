import { createDatabase, forTenant } from '@odolog/db';
import {
  createEventStore,
  readEvent,
  readTimeline,
  timelineStatement,
  type EventStore,
  type TimelineQuery,
} from '@odolog/event-store';
import {
  aReading,
  aTenant,
  aVehicle,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * What the planner does with the hot queries over twenty years, for a role under row-level security and with the
 * generic plan that a prepared statement ends in.
 */
let database: TestDatabase;
let store: EventStore;
let tenant: TestTenant;
let vehicle: string;
const firstYear = 2007;
const years = 20;
const vehicles = 4;
const eventsEach = 1200;
/** So few rows that, before there are statistics, every index looks as good as the key. */
const ofOneYear = (vehicles * eventsEach) / years + 10;

beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
  tenant = await aTenant(database.admin());
  for (let made = 0; made < vehicles; made++) {
    vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
    const onDay = (at: number) =>
      new Date(
        Date.UTC(firstYear, 0, 1) + Math.floor((at * years * 365) / eventsEach) * 86_400_000,
      ).toISOString();
    const events = Array.from({ length: eventsEach }, (_, at) =>
      aReading(tenant, vehicle, { km: 1000 + at * 100, date: onDay(at).slice(0, 10) }),
    );
    await store.appendAll(events);
  }
});
afterAll(async () => {
  store.close();
  await database.drop();
});

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly Node[];
}

/** @param inOrder as the read is told: `readForTenant` */
async function planOf(text: string, values: readonly unknown[], inOrder = false): Promise<Node[]> {
  const client = await database.as('odolog_api').pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL plan_cache_mode = force_generic_plan');
    if (inOrder) await client.query('SET LOCAL enable_sort = off');
    await client.query('SELECT app.set_tenant($1)', [tenant.tenantId]);
    const types = values.map((value) => (typeof value === 'number' ? 'bigint' : 'unknown')).join(', ');
    await client.query(`PREPARE hot (${types}) AS ${text}`);
    const literals = values.map((value) => client.escapeLiteral(String(value))).join(', ');
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE hot (${literals})`,
    );
    await client.query('DEALLOCATE hot; COMMIT');
    return flatten(rows[0]!['QUERY PLAN'][0].Plan);
  } finally {
    client.release();
  }
}

const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
const onEvents = (nodes: readonly Node[]) =>
  nodes.filter((node) => node['Relation Name']?.startsWith('vehicle_events_'));
const executed = (nodes: readonly Node[]) => onEvents(nodes).filter((node) => node['Actual Loops'] > 0);
const timeline = (query: Partial<TimelineQuery>) => {
  const { text, values } = timelineStatement(tenant.tenantId, { limit: 50, ...query });
  return planOf(text, values, true);
};

describe.each(['before anything was analysed', 'after ANALYZE'])('%s', (moment) => {
  beforeAll(async () => {
    if (moment === 'after ANALYZE') await database.admin().pool.query('ANALYZE');
  });

  it.each([
    ["a vehicle's first page", () => ({ vehicleId: vehicle }), 'vehicle_id_date_occurred_at'],
    ["the tenant's first page", () => ({}), 'tenant_id_date_occurred_at'],
  ])('%s walks its index and stops in the newest years', async (_, query, index) => {
    const plan = await timeline(query());
    expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
    expect(new Set(onEvents(plan).map((node) => node['Node Type']))).toEqual(new Set(['Index Scan']));
    const found = executed(plan).filter((node) => node['Actual Rows'] > 0);
    // without statistics both indexes look alike; autovacuum brings them after 50 events
    const onItsIndex = found.every((node) => node['Index Name']?.includes(index));
    expect(onItsIndex || moment === 'before anything was analysed').toBe(true);
    // what comes after those years is empty, up to two years ahead of today
    const ofThoseYears = executed(plan).filter(
      (node) => node['Relation Name']! < `vehicle_events_${firstYear + years}`,
    );
    expect(ofThoseYears.length).toBeLessThanOrEqual(2);
    expect(found.reduce((rows, node) => rows + node['Actual Rows'], 0)).toBeLessThanOrEqual(60);
  });

  it('a later page does not look into the years after its cursor', async () => {
    const cursor = Buffer.from(JSON.stringify(['2010-06-01', '2010-06-01T00:00:00.000Z', 1, 1])).toString(
      'base64url',
    );
    const plan = await timeline({ vehicleId: vehicle, cursor });
    expect(executed(plan)[0]).toMatchObject({ 'Relation Name': 'vehicle_events_2010' });
    expect(executed(plan).length).toBeLessThanOrEqual(3);
  });

  it('a span of dates touches no other year', async () => {
    const plan = await timeline({ vehicleId: vehicle, from: '2012-02-01', to: '2012-03-01' });
    expect(executed(plan).map((node) => node['Relation Name'])).toEqual(['vehicle_events_2012']);
  });

  it.each([
    ['a back-dated reading finds its neighbours', 'odometer', 1000, 'odometer-out-of-order', 10],
    ['a retraction finds its target', 'retraction', null, 'appended', ofOneYear],
  ])('%s reading few of thousands of rows', async (_, type, odometerM, status, atMost) => {
    const client = await database.admin().pool.connect();
    try {
      const { rows: known } = await client.query<{ id: string; date: string }>(
        `SELECT id, date FROM app.vehicle_events WHERE vehicle_id = $1 AND date > '2015-06-15' ORDER BY date LIMIT 1`,
        [vehicle],
      );
      const { id, date } = known[0]!;
      const target = type === 'retraction' ? id : null;
      const rowsRead = await rowsReadBy(client, async () => {
        const { rows } = await client.query<{ status: string }>(
          `SELECT status FROM app.enter_tenant($1) AS tenant, LATERAL app.append_event(tenant, $2, $3, $4::date, $4::timestamptz, false, $5, 1::smallint, $6,
             false, '{}', NULL, sha256(''), NULL, $7, $8, 'test')`,
          [tenant.tenantId, vehicle, crypto.randomUUID(), date, type, odometerM, target, tenant.userId],
        );
        expect(rows).toEqual([{ status }]);
      });
      expect(rowsRead).toBeLessThanOrEqual(atMost);
    } finally {
      client.release();
    }
  });
});

it('a page reads no more than it shows, also where the planner takes a vehicle for a small one', async () => {
  const admin = database.admin().pool;
  await admin.query('ANALYZE app.vehicle_events');
  for (const column of ['tenant_id', 'vehicle_id']) {
    await admin.query(
      `SELECT pg_restore_attribute_stats('schemaname', 'app', 'relname', relname::text, 'attname', $1::text, 'inherited', false,
                'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1000::real)
         FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'app.vehicle_events'::regclass`,
      [column],
    );
  }
  const fresh = createDatabase({ connectionString: database.url('odolog_api'), max: 1 });
  const readYet = async (): Promise<number> => {
    await fresh.pool.query('SELECT pg_stat_force_next_flush()');
    const { rows } = await fresh.pool.query<{ read: number }>(
      `SELECT sum(seq_tup_read + idx_tup_fetch)::integer AS read FROM pg_stat_user_tables WHERE relname LIKE 'vehicle_events%'`,
    );
    return rows[0]!.read;
  };
  await fresh.pool.query('SET plan_cache_mode = force_generic_plan');
  const before = await readYet();
  const { items } = await readTimeline(fresh, tenant.tenantId, { vehicleId: vehicle, limit: 50 });
  expect(items).toHaveLength(50);
  expect((await readYet()) - before).toBeLessThan(200);
  await fresh.close();
});

it('the feed goes on after a position without sorting what came before', async () => {
  const last = vehicles * eventsEach;
  const feed = await forTenant(database.as('odolog_api'), tenant.tenantId, (trx) =>
    trx.selectFrom('tenantHeads').select('position').executeTakeFirstOrThrow(),
  );
  expect(feed.position).toBe(last);
  const plan = await planOf(
    `SELECT e.* FROM app.vehicle_events e WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.position > $1
      ORDER BY e.position LIMIT $2`,
    [last - 100, 50],
  );
  expect(onEvents(plan).every((node) => node['Node Type'] === 'Index Scan')).toBe(true);
  expect(onEvents(plan).reduce((rows, node) => rows + node['Actual Rows'], 0)).toBeLessThan(100);
});

it('an event is found by its id in the one partition that holds it', async () => {
  const event = aReading(tenant, vehicle, { date: '2011-04-05' });
  await store.append(event);
  const fresh = createDatabase({ connectionString: database.url('odolog_api'), max: 1 });
  const searched = await forTenant(fresh, tenant.tenantId, async (trx) => {
    expect(await readEvent(trx, event.id)).toMatchObject({ id: event.id });
    const { rows } = await sql<{ partition: string }>`
      SELECT relname AS partition FROM pg_stat_xact_user_tables WHERE relname LIKE 'vehicle_events%' AND idx_scan > 0`.execute(
      trx,
    );
    return rows;
  });
  await fresh.close();
  expect(searched).toEqual([{ partition: 'vehicle_events_2011' }]);
});

/** Rows of events that a statement read, in a transaction that is rolled back. */
async function rowsReadBy(client: pg.PoolClient, work: () => Promise<void>): Promise<number> {
  await client.query('BEGIN');
  const before = await rowsReadYet(client);
  await work();
  const after = await rowsReadYet(client);
  await client.query('ROLLBACK');
  return after - before;
}

/** Since the connection last reported its statistics. */
async function rowsReadYet(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ read: number }>(
    `SELECT COALESCE(sum(COALESCE(seq_tup_read, 0) + COALESCE(idx_tup_fetch, 0)), 0)::integer AS read
       FROM pg_stat_xact_user_tables WHERE relname LIKE 'vehicle_events%'`,
  );
  return rows[0]!.read;
}
