import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Rules about everything in the database, so that the next migration cannot forget one. */
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.admin().pool.query(`SELECT app.ensure_partition('1999-01-01')`);
});
afterAll(() => database.drop());

async function names(query: string): Promise<string[]> {
  const { rows } = await database.admin().pool.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

const ours = `n.nspname IN ('app', 'private', 'auth')`;
const processes = `(VALUES ('odolog_api'), ('odolog_worker'), ('odolog_jobs'), ('odolog_auth')) AS process (role)`;
const anyRight = `'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'`;

describe('row-level security', () => {
  it('is forced on every table that a process can reach and does not own, and has a policy for it', async () => {
    expect(
      await names(`
        SELECT format('%s: %s', process.role, c.oid::regclass) AS name
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, ${processes}
         WHERE ${ours} AND c.relkind IN ('r', 'p') AND c.relowner <> process.role::regrole
           AND has_schema_privilege(process.role, n.oid, 'USAGE')
           AND (has_table_privilege(process.role, c.oid, ${anyRight}) OR has_any_column_privilege(process.role, c.oid, 'SELECT, INSERT, UPDATE'))
           AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
                 SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND (process.role::regrole = ANY (p.polroles) OR p.polroles = '{0}')))`),
    ).toEqual([]);
  });

  it('is forced on every partition, which nobody but its owner may touch', async () => {
    const partitions = await names(`SELECT inhrelid::regclass::text AS name FROM pg_inherits
      JOIN pg_class c ON c.oid = inhparent AND c.relkind = 'p' ORDER BY 1`);
    expect(partitions).toContain('app.vehicle_events_1999');
    expect(
      await names(`
        SELECT c.oid::regclass::text AS name FROM pg_class c
         WHERE c.relispartition AND c.relkind = 'r' AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
            OR EXISTS (SELECT FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner))`),
    ).toEqual([]);
  });

  it('lets the appender reach the tenants of its batch alone, by a list that is read once a statement', async () => {
    const list = String.raw`( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)`;
    const inBatch = `((tenant_id = ANY (${list}::uuid[])) IS TRUE)`;
    const said = await names(`
      SELECT DISTINCT expression AS name
        FROM pg_policy p, unnest(ARRAY[pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)]) expression
       WHERE 'odolog_appender'::regrole = ANY (p.polroles) AND expression IS NOT NULL ORDER BY 1`);
    expect(said).toEqual([`(${inBatch} AND (closed_at IS NULL))`, inBatch]);
  });

  it('says to a process for each operation apart what it may do', async () => {
    expect(
      await names(`SELECT DISTINCT format('%s: %s', p.polrelid::regclass, p.polname) AS name
          FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace, ${processes}
         WHERE n.nspname IN ('app', 'private') AND p.polcmd = '*'
           AND (process.role::regrole = ANY (p.polroles) OR p.polroles = '{0}')`),
    ).toEqual([]);
  });

  it('holds through views: each acts with the rights of who asks, or is a barrier that filters by tenant', async () => {
    expect(
      await names(`
        SELECT format('%s: %s', process.role, c.oid::regclass) AS name
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, (VALUES ('odolog_api'), ('odolog_worker')) AS process (role)
         WHERE ${ours} AND c.relkind IN ('v', 'm') AND has_schema_privilege(process.role, n.oid, 'USAGE')
           AND has_table_privilege(process.role, c.oid, 'SELECT')
           AND NOT (c.relkind = 'v' AND c.reloptions && ARRAY['security_invoker=true', 'security_invoker=on', 'security_barrier=true', 'security_barrier=on'])`),
    ).toEqual([]);
  });
});

describe('keys', () => {
  it('lead with the tenant wherever there is one', async () => {
    expect(
      await names(`
        SELECT i.indexrelid::regclass::text AS name
          FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
         WHERE ${ours} AND i.indisunique AND i.indkey[0] <> a.attnum`),
    ).toEqual([]);
  });

  it('and every other index lead with the tenant, but where a person or a token is looked up before there is one', async () => {
    expect(
      await names(`
        SELECT i.indexrelid::regclass::text AS name
          FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
         WHERE ${ours} AND i.indkey[0] <> a.attnum
        UNION ALL
        SELECT k.conname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'tenant_id'
         WHERE k.contype = 'f' AND k.conkey[1] <> a.attnum
        ORDER BY 1`),
    ).toEqual([
      'app.api_keys_secret',
      'app.former_members_user',
      'app.history_exports_code',
      'app.memberships_user',
      'app.shares_token',
      'app.tenant_keys_by_id',
      'former_members_user_id_fkey',
      'memberships_user_id_fkey',
    ]);
  });

  it('leave no half of a reference behind: what is referred to is kept, or takes the row with it', async () => {
    expect(
      await names(`SELECT conname AS name FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
        WHERE ${ours} AND contype = 'f' AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd'))`),
    ).toEqual([]);
  });

  it('never look into JSON, whose operators row-level security keeps from using an index', async () => {
    expect(
      await names(`SELECT i.indexrelid::regclass::text AS name
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} AND m.amname <> 'btree'`),
    ).toEqual([]);
  });

  it('never refer to events, whose partitions must be free to leave for an archive', async () => {
    expect(
      await names(`SELECT conrelid::regclass::text AS name FROM pg_constraint
        WHERE contype = 'f' AND confrelid IN (SELECT oid FROM pg_class WHERE relname LIKE 'vehicle_events%')`),
    ).toEqual([]);
  });
});

describe('functions', () => {
  it('leave NOTIFY to whoever appended: inside the transaction it makes all writers wait for one another', async () => {
    expect(
      await names(`SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE ${ours} AND p.prosrc ~* '\\mnotify\\M|pg_notify'`),
    ).toEqual([]);
  });

  it('that run with the rights of their owner belong to no superuser', async () => {
    expect(
      await names(`
        SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          JOIN pg_roles r ON r.oid = p.proowner
         WHERE ${ours} AND p.prosecdef AND (r.rolsuper OR r.rolbypassrls)`),
    ).toEqual([]);
  });
});

describe('roles', () => {
  it('are none of them superuser, beyond row-level security, or able to make roles and databases', async () => {
    expect(
      await names(`SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'odolog%'
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`),
    ).toEqual([]);
  });

  it('of processes cannot become the owner, the appender or each other', async () => {
    expect(
      await names(`
        SELECT format('%s as %s', process.role, other.rolname) AS name FROM ${processes}, pg_roles other
         WHERE other.rolname LIKE 'odolog%' AND other.rolname <> process.role AND pg_has_role(process.role, other.oid, 'MEMBER')`),
    ).toEqual([]);
  });

  it('of processes own nothing in the schema of the tenants, and can make nothing there', async () => {
    expect(
      await names(`
        SELECT format('%s: %s', process.role, c.oid::regclass) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, ${processes}
         WHERE n.nspname IN ('app', 'private') AND c.relowner = process.role::regrole
        UNION ALL
        SELECT format('%s: %s', process.role, n.nspname) FROM pg_namespace n, ${processes}
         WHERE n.nspname IN ('app', 'private', 'public') AND has_schema_privilege(process.role, n.oid, 'CREATE')`),
    ).toEqual([]);
  });
});
