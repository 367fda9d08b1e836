import { loginRoles } from '@odolog/migrate';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRole, outcome, type Settings } from './isolation/as-role.js';
import { insertOf, tablesOf } from './isolation/fill-every-table.js';
import { maySeeAll } from './isolation/foreign-rows.js';
import { relationsFor } from './isolation/relations.js';
import type { Occupant } from './isolation/occupant.js';
import { twoTenants, type TwoTenants } from './isolation/two-tenants.js';

let on: TwoTenants;
beforeAll(async () => {
  on = await twoTenants();
});
afterAll(() => on.database.drop());

/** The owner is there for migrations alone; no process knows its password. */
const processes = loginRoles.filter((role) => role !== 'odolog_owner');

describe.each(processes)('%s cannot', (role) => {
  const as = <Result>(settings: Settings, work: (client: PoolClient) => Promise<Result>) =>
    asRole({ database: on.database, role, settings }, work);

  test('become anyone else', async () => {
    const { rows } = await on.database
      .admin()
      .pool.query<{ name: string }>('SELECT quote_ident(rolname) AS name FROM pg_roles WHERE rolname <> $1', [
        role,
      ]);
    const became: string[] = [];
    for (const { name } of rows) {
      for (const become of [
        `SET ROLE ${name}`,
        `SET LOCAL ROLE ${name}`,
        `SET SESSION AUTHORIZATION ${name}`,
        `SELECT set_config('role', '${name}', false)`,
      ])
        if ((await outcome(as({}, (client) => client.query(become)))) !== '42501') became.push(become);
    }
    expect(became).toEqual([]);
  });

  test.each([
    'ALTER TABLE app.vehicles DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE app.vehicles NO FORCE ROW LEVEL SECURITY',
    'CREATE POLICY mine ON app.vehicles USING (true)',
    'DROP POLICY vehicles_select ON app.vehicles',
    'GRANT SELECT ON private.timeline_feed TO CURRENT_USER',
    'ALTER ROLE CURRENT_USER BYPASSRLS',
    'ALTER ROLE CURRENT_USER SUPERUSER',
    'CREATE ROLE mine',
    'GRANT odolog_owner TO CURRENT_USER',
    'SET session_replication_role = replica',
    'CREATE FUNCTION app.current_tenant_id(integer) RETURNS uuid LANGUAGE sql RETURN NULL::uuid',
    'CREATE OR REPLACE FUNCTION app.current_tenant_id() RETURNS uuid LANGUAGE sql RETURN NULL::uuid',
    'CREATE VIEW app.everything AS SELECT * FROM app.vehicles',
    'CREATE SCHEMA mine',
    'CREATE TEMPORARY TABLE vehicles (id uuid)',
    'CREATE TABLE public.mine (id uuid)',
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT pg_read_file('postgresql.conf')",
    'REFRESH MATERIALIZED VIEW private.timeline_feed',
    'TRUNCATE app.vehicles',
  ])('%s', async (statement) => {
    expect(await outcome(as({}, (client) => client.query(statement)))).toBe('42501');
  });

  test('write a row of another tenant', async () => {
    const settings = { 'app.tenant_id': on.intruder.tenantId };
    const relations = await relationsFor(on.database, role);
    const written: string[] = [];
    for (const table of await tablesOf(on.database.admin().pool)) {
      const { insertable } = relations.find(({ name }) => name === table.name)!;
      if (insertable.length === 0 || maySeeAll(role, table.name)) continue;
      const columns = table.columns.filter(({ name }) => insertable.includes(name));
      const smuggled = { ...on.victim, secret: 'smuggled', number: 3 };
      const { text, values } = insertOf({ ...table, columns }, smuggled);
      if ((await outcome(as(settings, (client) => client.query(text, values)))) !== '42501')
        written.push(table.name);
    }
    expect(written).toEqual([]);
  });

  test('change or delete a row of another tenant, or give one of its own away', async () => {
    const { victim, intruder } = on;
    const touched: string[] = [];
    for (const relation of await relationsFor(on.database, role)) {
      const { name, updatable, mayDelete } = relation;
      if (role === 'odolog_auth' && maySeeAll(role, name)) continue;
      const same = updatable.map((column) => `${column} = ${column}`).join(', ');
      const statements = [
        ...(same ? [`UPDATE ${name} SET ${same}`] : []),
        ...(mayDelete ? [deletionOf(name)] : []),
      ];
      for (const statement of statements) {
        const before = statement === membersDeletion ? 0 : await countOf(name, intruder);
        const { rowCount } = await as({ 'app.tenant_id': intruder.tenantId }, (client) =>
          client.query(statement),
        );
        if (rowCount !== before) touched.push(`${statement}: ${rowCount} of ${before}`);
        if ((await as({}, (client) => client.query(statement))).rowCount !== 0) touched.push(statement);
      }
      if (!updatable.includes('tenant_id')) continue;
      const giveAway = `UPDATE ${name} SET tenant_id = '${victim.tenantId}'`;
      const given = await outcome(
        as({ 'app.tenant_id': intruder.tenantId }, (client) => client.query(giveAway)),
      );
      if (given !== '42501') touched.push(`${giveAway}: ${given}`);
    }
    expect(touched).toEqual([]);
  });
});

test('the api makes nobody a member, so that it is told of nobody who is none', async () => {
  const { victim, intruder } = on;
  const asIntruder = (text: string, values: readonly unknown[]) =>
    outcome(
      asRole(
        { database: on.database, role: 'odolog_api', settings: { 'app.tenant_id': intruder.tenantId } },
        (client) => client.query(text, [...values]),
      ),
    );
  const row = `INSERT INTO app.memberships (tenant_id, user_id, role) VALUES ($1, $2, 'viewer')`;
  expect(await asIntruder(row, [intruder.tenantId, victim.userId])).toBe('42501');
});

/** The only owner of a tenant stays whatever happens, so of memberships all others are tried. */
const membersDeletion = `DELETE FROM app.memberships WHERE tenant_id <> (SELECT app.current_tenant_id()) OR role <> 'owner'`;

function deletionOf(relation: string): string {
  return relation === 'app.memberships' ? membersDeletion : `DELETE FROM ${relation}`;
}

/** How many rows are this occupant's. */
async function countOf(relation: string, occupant: Occupant): Promise<number> {
  const { rows } = await on.database
    .admin()
    .pool.query<{ count: number }>(`SELECT count(*) FROM ${relation} t WHERE t::text ~ $1`, [
      [occupant.tenantId, occupant.userId].join('|'),
    ]);
  return rows[0]!.count;
}
