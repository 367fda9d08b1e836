import { loginRoles } from '@odolog/migrate';
import { rounds } from '@odolog/testing';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRole, outcome, said, type Settings } from './isolation/as-role.js';
import { disguise } from './isolation/disguise.js';
import { hasRowOf, tablesOf } from './isolation/fill-every-table.js';
import { maySeeAll, tellsOf } from './isolation/foreign-rows.js';
import { relationsFor, type Relation } from './isolation/relations.js';
import type { Occupant } from './isolation/occupant.js';
import { twoTenants, type TwoTenants } from './isolation/two-tenants.js';
import { waysToRead } from './isolation/ways-to-read.js';

let on: TwoTenants;
beforeAll(async () => {
  on = await twoTenants();
});
afterAll(() => on.database.drop());

const claimsMost = 'another tenant, and a list with the victim in it';

/** What a session may say about itself, and whose rows it must not see then. */
const sessions: Readonly<Record<string, () => { settings: Settings; foreign: readonly Occupant[] }>> = {
  'no tenant': () => ({ settings: {}, foreign: [on.victim, on.intruder] }),
  'an empty tenant': () => ({ settings: { 'app.tenant_id': '' }, foreign: [on.victim, on.intruder] }),
  'another tenant': () => ({
    settings: { 'app.tenant_id': on.intruder.tenantId },
    foreign: [on.victim],
  }),
  [claimsMost]: () => ({
    settings: { 'app.tenant_id': on.intruder.tenantId, 'app.tenant_ids': `{${on.victim.tenantId}}` },
    foreign: [on.victim],
  }),
};

/** Those that claim least and most come first: of them every way to read is tried, of those in between by `npm run test:thorough`. */
const sessionsOfEveryWay = ['no tenant', claimsMost, 'an empty tenant', 'another tenant'].slice(
  0,
  rounds(2, 4),
);

/** Where a role may read nothing at all, PostgreSQL refuses before it asks whose rows they are: of those sessions all ways are tried by one. */
const waysFor = ({ readable }: Relation, session: string): readonly string[] =>
  session === claimsMost || (readable.length > 0 && sessionsOfEveryWay.includes(session))
    ? Object.keys(waysToRead)
    : ['SELECT'];

describe('these tests would notice:', () => {
  test('every table has a row of the victim', async () => {
    const { pool } = on.database.admin();
    const empty: string[] = [];
    for (const { name } of await tablesOf(pool))
      if (!(await hasRowOf(pool, name, on.victim))) empty.push(name);
    // one row a process, and nobody's
    expect(empty).toEqual(['private.worker_heartbeats']);
  });

  test.each(['odolog_api', 'odolog_worker'] as const)(
    '%s sees the rows of a tenant in every table and view that it may read, once it is that tenant',
    async (role) => {
      const settings = { 'app.tenant_id': on.victim.tenantId };
      const hidden: string[] = [];
      for (const relation of await relationsFor(on.database, role)) {
        if (relation.readable.length === 0) continue;
        const text = await asRole({ database: on.database, role, settings }, (client) =>
          waysToRead['SELECT']!(client, relation),
        );
        if (!tellsOf(on.victim, text)) hidden.push(relation.name);
      }
      expect(hidden).toEqual([]);
    },
  );

  test.each(['app.vehicle_events_2026', 'private.timeline_feed'])(
    '%s, which no process may name, holds rows of the victim, who sees the same through its front',
    async (behind) => {
      const front = behind === 'private.timeline_feed' ? 'app.timeline_feed' : 'app.vehicle_events';
      const here = front === 'app.vehicle_events' ? `tableoid = '${behind}'::regclass` : 'true';
      const count = async (client: Pick<PoolClient, 'query'>, from: string, where: string) =>
        (await client.query<{ count: number }>(`SELECT count(*) FROM ${from} WHERE ${where}`)).rows[0]!.count;
      const ofTheVictim = `tenant_id = '${on.victim.tenantId}'`;
      const there = await count(on.database.admin().pool as never, behind, ofTheVictim);
      expect(there).toBeGreaterThan(0);
      const settings = { 'app.tenant_id': on.victim.tenantId };
      const seen = await asRole({ database: on.database, role: 'odolog_api', settings }, (client) =>
        count(client, front, here),
      );
      expect(seen).toBe(there);
      for (const role of loginRoles.filter((name) => name !== 'odolog_owner'))
        expect(
          await outcome(
            asRole({ database: on.database, role, settings }, (client) => count(client, behind, 'true')),
          ),
        ).toBe('42501');
    },
  );

  test.each(Object.keys(waysToRead).filter((way) => !/ONLY|switched off|statistics|EXPLAIN/.test(way)))(
    'of one’s own vehicles one reads by %s',
    async (way) => {
      const settings = { 'app.tenant_id': on.victim.tenantId };
      const vehicles = (await relationsFor(on.database, 'odolog_api')).find(
        ({ name }) => name === 'app.vehicles',
      );
      const text = await said(
        asRole({ database: on.database, role: 'odolog_api', settings }, (client) =>
          waysToRead[way]!(client, vehicles!),
        ),
      );
      expect(tellsOf(on.victim, text), text).toBe(true);
    },
  );
});

describe.each(loginRoles)('%s', (role) => {
  const as = <Result>(settings: Settings, work: (client: PoolClient) => Promise<Result>) =>
    asRole({ database: on.database, role, settings }, work);

  test.each(Object.keys(sessions))('with %s reads no foreign row in any way', async (session) => {
    const { settings, foreign } = sessions[session]!();
    const leaks: string[] = [];
    for (const relation of await relationsFor(on.database, role)) {
      for (const way of waysFor(relation, session)) {
        const read = waysToRead[way]!;
        const text = await said(as(settings, (client) => read(client, relation)));
        if (!maySeeAll(role, relation.name) && foreign.some((occupant) => tellsOf(occupant, text)))
          leaks.push(`${relation.name} by ${way}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test('reads no foreign row after trying to be somebody else', async () => {
    const leaks: string[] = [];
    for (const relation of await relationsFor(on.database, role)) {
      const read = as({ 'app.tenant_id': on.intruder.tenantId }, async (client) => {
        await disguise(client, role);
        return waysToRead['SELECT']!(client, relation);
      });
      if (!maySeeAll(role, relation.name) && tellsOf(on.victim, await said(read))) leaks.push(relation.name);
    }
    expect(leaks).toEqual([]);
  });

  test('executes a statement that was planned for another tenant for its own alone', async () => {
    const client = await on.database.as(role).pool.connect();
    const leaks: string[] = [];
    await client.query('SET plan_cache_mode = force_generic_plan');
    for (const relation of await relationsFor(on.database, role)) {
      if (relation.readable.length === 0 || maySeeAll(role, relation.name)) continue;
      await client.query(`PREPARE seen AS SELECT ${relation.readable.join(', ')} FROM ${relation.name}`);
      for (const tenant of [on.victim, on.intruder]) {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.tenantId]);
        const text = JSON.stringify((await client.query('EXECUTE seen')).rows);
        await client.query('COMMIT');
        if (tellsOf(tenant === on.victim ? on.intruder : on.victim, text)) leaks.push(relation.name);
      }
      const after = JSON.stringify((await client.query('EXECUTE seen')).rows);
      if (tellsOf(on.victim, after) || tellsOf(on.intruder, after)) leaks.push(`${relation.name} afterwards`);
      await client.query('DEALLOCATE seen');
    }
    client.release(true);
    expect(leaks).toEqual([]);
  });
});
