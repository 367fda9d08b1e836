import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The public linter rules for row-level security (the catalogue of Supabase's splinter, asked of our roles), beside those
 * that catalogue.spec.ts holds already. Each statement names what breaks its rule.
 */
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const schemas = `('app', 'private', 'auth', 'public')`;
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
    'rls_disabled: a table that names a tenant has it forced, whoever may reach it',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
      WHERE n.nspname IN ('app', 'public') AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  ],
  [
    'multiple_permissive_policies: the widest one wins, and each costs',
    `SELECT format('%s: %s as %s by %s', relation, command, role, string_agg(polname, ', ' ORDER BY polname)) FROM ${policies}
      WHERE polpermissive GROUP BY relation, command, role HAVING count(*) > 1`,
  ],
  [
    'auth_rls_initplan: who asks is found out once a statement, not once a row',
    `SELECT DISTINCT relation || ': ' || polname FROM ${policies}, unnest(ARRAY[qual, with_check]) AS expression
      WHERE regexp_replace(expression, '\\( SELECT app\\.current_\\w+\\(\\) AS \\w+\\)', '', 'g') ~ 'current_setting|app\\.current_'`,
  ],
  [
    'policy_roles: no policy is for everyone, each names its roles',
    `SELECT DISTINCT relation || ': ' || polname FROM ${policies} WHERE role = 'public'`,
  ],
  [
    'rls_policy_always_true: a process is let at every tenant only where it must know which have work',
    `SELECT DISTINCT format('%s: %s by %s', relation, role, polname) FROM ${policies}
      WHERE role IN ${processes} AND 'true' IN (qual, with_check)
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
    'security_definer_view: views of tenants’ rows act with the rights of who asks, but for the one over the materialized view',
    `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ${schemas} AND c.relkind = 'v' AND c.oid <> 'app.timeline_feed'::regclass
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('tenant_id', 'user_id', 'vehicle_id'))
        AND NOT COALESCE(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'`,
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
