import { aQueue, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The public linter rules for row-level security (the catalogue of Supabase's splinter, asked of our roles), beside those
 * that catalogue.spec.ts holds already. Each statement names what breaks its rule. The job queue, which makes its tables
 * by itself, is asked as it stands behind a worker that has started, with a queue that has a partition of its own.
 */
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const queue = await aQueue(database);
  await queue.createQueue('of-its-own', { partition: true });
  await queue.getDb().executeSql('SELECT private.close_queue()');
  await queue.stop({ graceful: false });
});
afterAll(() => database.drop());

const schemas = `('app', 'private', 'auth', 'pgboss', 'public')`;
const processes = `('odolog_api', 'odolog_worker', 'odolog_jobs', 'odolog_auth')`;
/** A row for each policy, role and command that it is for. */
const policies = `
  (SELECT p.polrelid::regclass::text AS relation, p.polname, c.relrowsecurity, p.polpermissive, role.name AS role, command.name AS command,
          pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
     FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid,
          LATERAL (SELECT CASE member WHEN 0 THEN 'public' ELSE member::regrole::text END AS name FROM unnest(p.polroles) member) role,
          LATERAL (SELECT unnest(CASE p.polcmd WHEN 'r' THEN '{SELECT}' WHEN 'a' THEN '{INSERT}' WHEN 'w' THEN '{UPDATE}'
                     WHEN 'd' THEN '{DELETE}' ELSE '{SELECT,INSERT,UPDATE,DELETE}' END::text[]) AS name) command) policy`;

const rules: readonly (readonly [rule: string, offenders: string])[] = [
  [
    'policy_exists_rls_disabled: a policy without row-level security does nothing',
    `SELECT relation || ': ' || polname FROM ${policies} WHERE NOT relrowsecurity`,
  ],
  [
    'rls_enabled_no_policy: nobody could ever see a row; partitions are reached through their parent',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ${schemas} AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND NOT c.relispartition
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)`,
  ],
  [
    'rls_disabled: every table of every schema has it enabled and forced, whoever may reach it; whoever migrates may own what they note',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND (c.relforcerowsecurity OR c.oid = 'public.odolog_migrations'::regclass))`,
  ],
  [
    'multiple_permissive_policies: the widest one wins, and each costs',
    `SELECT format('%s: %s as %s by %s', relation, command, role, string_agg(polname, ', ' ORDER BY polname)) FROM ${policies}
      WHERE polpermissive GROUP BY relation, command, role HAVING count(*) > 1`,
  ],
  [
    'auth_rls_initplan: who asks is found out once a statement, not once a row',
    `SELECT DISTINCT relation || ': ' || polname FROM ${policies}, unnest(ARRAY[qual, with_check]) AS expression
      WHERE regexp_replace(expression, '\\( SELECT (app\\.current_\\w+\\(\\)|\\(NULLIF\\(current_setting\\(''app\\.tenant_ids''::text, true\\), ''''::text\\)\\)::uuid\\[\\]) AS \\w+\\)', '', 'g')
              ~ 'current_setting|app\\.current_'`,
  ],
  [
    'policy_roles: no policy is for everyone, each names its roles',
    `SELECT DISTINCT relation || ': ' || polname FROM ${policies} WHERE role = 'public'`,
  ],
  [
    'rls_policy_always_true: a process is let at every row only where it must know which tenants have work, or people before a tenant; the queue knows jobs, and no tenants',
    `SELECT DISTINCT format('%s: %s by %s', relation, role, polname) FROM ${policies}
      WHERE role IN ${processes} AND 'true' IN (qual, with_check)
        AND NOT (relation LIKE 'auth.%' AND role = 'odolog_auth') AND NOT (relation LIKE 'pgboss.%' AND role = 'odolog_jobs')
        AND (relation, role, command) NOT IN (('app.tenant_heads', 'odolog_worker', 'SELECT'), ('app.projector_checkpoints', 'odolog_worker', 'SELECT'))`,
  ],
  [
    'policy_without_tenant: whatever names a tenant is held to it',
    `SELECT DISTINCT format('%s: %s by %s', relation, role, polname) FROM ${policies}
       JOIN pg_attribute a ON a.attrelid = relation::regclass AND a.attname = 'tenant_id'
      WHERE role IN ${processes} AND COALESCE(with_check, qual) <> 'true'
        AND COALESCE(with_check, qual) !~ 'tenant_id = \\( SELECT app\\.current_tenant_id'`,
  ],
  [
    'security_definer_view: views act with the rights of who asks, but for these: the one over the materialized view, which filters by tenant, and what operators see of the catalogue',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ${schemas} AND c.relkind = 'v' AND c.oid::regclass::text NOT IN (
              'app.timeline_feed', 'private.mv_freshness', 'private.partition_coverage', 'private.db_health_stats')
        AND NOT COALESCE(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'`,
  ],
  [
    'security_definer_view_tells_of_tenants: of those, only the barrier over the materialized view names one',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ${schemas} AND c.relkind = 'v' AND NOT COALESCE(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('tenant_id', 'user_id', 'vehicle_id'))
        AND NOT (c.oid = 'app.timeline_feed'::regclass AND c.reloptions && '{security_barrier=true}'
                 AND pg_get_viewdef(c.oid) LIKE '%tenant_id = ( SELECT app.current_tenant_id()%')`,
  ],
  [
    'policy_calls_volatile: what a policy asks has the same answer for the whole statement; a volatile function runs for each row',
    `SELECT DISTINCT format('%s: %s calls %s', p.polrelid::regclass, p.polname, f.oid::regprocedure) FROM pg_policy p,
            regexp_matches(concat(p.polqual, p.polwithcheck), ':(?:funcid|opfuncid) (\\d+)', 'g') AS called (id)
       JOIN pg_proc f ON f.oid = called.id[1]::oid WHERE f.provolatile = 'v'`,
  ],
  [
    'function_search_path_mutable: fixed to nothing',
    `SELECT f.oid::regprocedure::text FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
      WHERE n.nspname IN ${schemas}
        AND NOT COALESCE(f.proconfig, '{}') @> ARRAY['search_path=""']`,
  ],
  [
    'function_executable_by_public: whoever needs one is named',
    `SELECT f.oid::regprocedure::text FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace,
            aclexplode(COALESCE(f.proacl, acldefault('f', f.proowner))) x WHERE n.nspname IN ${schemas} AND x.grantee = 0`,
  ],
  [
    'unindexed_foreign_keys: each leads an index that holds every row',
    `SELECT format('%s: %s', k.conrelid::regclass, k.conname) FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
      WHERE n.nspname IN ${schemas} AND k.contype = 'f' AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
           AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  ],
  [
    'materialized_view_in_api: it has no row-level security, so no process may reach it',
    `SELECT format('%s: %s', c.oid::regclass, r.rolname) FROM pg_class c, pg_roles r
      WHERE c.relkind = 'm' AND r.rolname IN ${processes} AND has_table_privilege(r.oid, c.oid, 'SELECT')`,
  ],
  ['foreign_table_in_api: there is none', `SELECT ftrelid::regclass::text FROM pg_foreign_table`],
  [
    'public_grants: nothing is granted to everyone',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) x
      WHERE n.nspname IN ${schemas} AND x.grantee = 0
      UNION ALL
     SELECT n.nspname FROM pg_namespace n, aclexplode(n.nspacl) x WHERE n.nspname IN ${schemas} AND x.grantee = 0`,
  ],
  [
    'no_primary_key: every table has one',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ${schemas} AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)`,
  ],
  [
    'duplicate_index: no two indexes of a table are the same',
    `SELECT string_agg(i.indexrelid::regclass::text, ', ') FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ${schemas}
      GROUP BY i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text, pg_get_expr(i.indpred, i.indrelid), pg_get_expr(i.indexprs, i.indrelid)
     HAVING count(*) > 1`,
  ],
  [
    'invalid_index: every index is in use',
    `SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid OR NOT indisready`,
  ],
  [
    'extension_in_public: none there',
    `SELECT extname FROM pg_extension WHERE extnamespace = 'public'::regnamespace`,
  ],
  [
    'sensitive_columns_exposed: passwords, keys and tokens are for the identity provider alone',
    `SELECT format('%s.%s: %s', c.oid::regclass, a.attname, r.rolname)
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0, pg_roles r
      WHERE n.nspname = 'auth' AND c.relkind IN ('r', 'p') AND r.rolname IN ${processes} AND r.rolname <> 'odolog_auth'
        AND has_schema_privilege(r.oid, n.oid, 'USAGE') AND has_column_privilege(r.oid, c.oid, a.attnum, 'SELECT')`,
  ],
  [
    'default_privileges: what a migration makes is not open to everyone by default',
    `SELECT format('%s: %s', d.defaclrole::regrole, d.defaclobjtype) FROM pg_default_acl d, aclexplode(d.defaclacl) x WHERE x.grantee = 0`,
  ],
];

test.each(rules)('%s', async (_rule, offenders) => {
  const { rows } = await database
    .admin()
    .pool.query<{ name: string }>(`SELECT * FROM (${offenders}) AS found (name)`);
  expect(rows.map(({ name }) => name)).toEqual([]);
});

/** What a careless migration could bring in, and the rule that must find it. */
const slips: readonly (readonly [rule: string, slip: string])[] = [
  ['rls_disabled', 'CREATE TABLE private.slip (id uuid PRIMARY KEY)'],
  ['rls_disabled', 'ALTER TABLE auth."session" NO FORCE ROW LEVEL SECURITY'],
  ['rls_policy_always_true', 'CREATE POLICY slip ON app.garages FOR DELETE TO odolog_api USING (true)'],
  [
    'auth_rls_initplan',
    'CREATE POLICY slip ON app.garages FOR DELETE TO odolog_api USING (tenant_id = app.current_tenant_id())',
  ],
  [
    'policy_calls_volatile',
    'CREATE POLICY slip ON app.garages FOR DELETE TO odolog_api USING (random() < 0.5)',
  ],
  ['security_definer_view', 'CREATE VIEW app.slip AS SELECT * FROM app.garages'],
  [
    'security_definer_view_tells_of_tenants',
    'CREATE OR REPLACE VIEW app.timeline_feed WITH (security_barrier = true) AS SELECT * FROM private.timeline_feed',
  ],
  ['function_search_path_mutable', "CREATE FUNCTION app.slip() RETURNS integer LANGUAGE sql AS 'SELECT 1'"],
  [
    'function_search_path_mutable',
    'CREATE FUNCTION app.slip() RETURNS integer LANGUAGE sql SECURITY DEFINER RETURN 1',
  ],
  ['function_search_path_mutable', 'CREATE FUNCTION app.slip() RETURNS integer LANGUAGE sql RETURN 1'],
  [
    'function_search_path_mutable',
    "CREATE FUNCTION app.slip() RETURNS integer LANGUAGE sql SET search_path = app AS 'SELECT 1'",
  ],
  ['function_executable_by_public', 'CREATE FUNCTION app.slip() RETURNS integer LANGUAGE sql RETURN 1'],
  [
    'unindexed_foreign_keys',
    'ALTER TABLE app.imports ADD FOREIGN KEY (tenant_id, created_by) REFERENCES app.memberships (tenant_id, user_id)',
  ],
  ['materialized_view_in_api', 'GRANT SELECT ON private.timeline_feed TO odolog_api'],
  ['public_grants', 'GRANT SELECT ON app.vehicles TO PUBLIC'],
];

test.each(slips)('%s finds: %s', async (name, slip) => {
  const [, offenders] = rules.find(([rule]) => rule.startsWith(`${name}:`))!;
  const client = await database.admin().pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(slip);
    const { rowCount } = await client.query(`SELECT * FROM (${offenders}) AS found (name)`);
    expect(rowCount).toBeGreaterThan(0);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
