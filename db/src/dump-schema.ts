import pg from 'pg';

/**
 * The schema as SQL text, read from the catalogue: what a reviewer wants to see of a migration's effect. Deterministic,
 * so that a difference is drift. For reading and comparing; databases are made by the migrations.
 */
export async function dumpSchema(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const parts = [];
    for (const [title, query] of Object.entries(sections)) {
      const { rows } = await client.query<{ line: string }>(query);
      parts.push(`-- ${title}`, ...rows.map((row) => row.line), '');
    }
    return ['-- Generated from a migrated database by `npm run gen`. Do not edit.', '', ...parts].join('\n');
  } finally {
    await client.end();
  }
}

const ours = `n.nspname IN ('app', 'private', 'auth')`;
const relation = `format('%I.%I', n.nspname, c.relname)`;
/** Partitions are made by ensure_partition and depend on the date; their parent speaks for them. */
const notPartition = 'NOT c.relispartition';

const sections: Readonly<Record<string, string>> = {
  roles: `SELECT format('CREATE ROLE %I %s %s%s;', r.rolname, CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
      CASE WHEN r.rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
      CASE WHEN r.rolsuper THEN ' SUPERUSER' ELSE '' END || CASE WHEN r.rolbypassrls THEN ' BYPASSRLS' ELSE '' END) AS line
    FROM pg_roles r WHERE r.rolname LIKE 'odolog%' ORDER BY r.rolname`,

  schemas: `SELECT format('CREATE SCHEMA %I AUTHORIZATION %I;', n.nspname, pg_get_userbyid(n.nspowner)) AS line
    FROM pg_namespace n WHERE ${ours} ORDER BY n.nspname`,

  'schema grants': `SELECT format('GRANT %s ON SCHEMA %I TO %I;', string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type), n.nspname,
      pg_get_userbyid(x.grantee)) AS line
    FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) x WHERE ${ours} AND x.grantee <> n.nspowner
    GROUP BY n.nspname, x.grantee ORDER BY n.nspname, pg_get_userbyid(x.grantee)`,

  types: `SELECT format('CREATE TYPE %s AS (%s);', ${relation},
      string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)) AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE ${ours} AND c.relkind = 'c' GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,

  tables: `SELECT format(E'CREATE TABLE %s (\\n%s\\n)%s;%s', ${relation},
      string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
        CASE WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ')'
             WHEN a.attidentity <> '' THEN ' GENERATED AS IDENTITY'
             WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END),
        E',\\n' ORDER BY a.attnum),
      CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END
        || COALESCE(' WITH (' || array_to_string(c.reloptions, ', ') || ')', ''),
      CASE WHEN c.relrowsecurity THEN format(E'\\nALTER TABLE %s ENABLE ROW LEVEL SECURITY;', ${relation}) ELSE '' END
        || CASE WHEN c.relforcerowsecurity THEN format(E'\\nALTER TABLE %s FORCE ROW LEVEL SECURITY;', ${relation}) ELSE '' END) AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE ${ours} AND c.relkind IN ('r', 'p') AND ${notPartition}
    GROUP BY n.nspname, c.relname, c.oid, c.relkind, c.reloptions, c.relrowsecurity, c.relforcerowsecurity ORDER BY n.nspname, c.relname`,

  constraints: `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', ${relation}, k.conname, pg_get_constraintdef(k.oid)) AS line
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND ${notPartition} AND k.contype <> 'n' ORDER BY n.nspname, c.relname, k.conname`,

  indexes: `SELECT pg_get_indexdef(i.indexrelid) || ';' AS line
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND ${notPartition} AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
    ORDER BY n.nspname, c.relname, i.indexrelid::regclass::text`,

  views: `SELECT format(E'CREATE %sVIEW %s%s AS\\n%s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, ${relation},
      COALESCE(' WITH (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid, true)) AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND c.relkind IN ('v', 'm') ORDER BY n.nspname, c.relname`,

  functions: `SELECT format(E'%s;\\nALTER FUNCTION %s(%s) OWNER TO %I;', rtrim(pg_get_functiondef(p.oid), E'\\n '),
      format('%I.%I', n.nspname, p.proname), pg_get_function_identity_arguments(p.oid), pg_get_userbyid(p.proowner)) AS line
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${ours} AND p.prokind = 'f' ORDER BY n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,

  triggers: `SELECT pg_get_triggerdef(t.oid) || ';' AS line
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ours} AND ${notPartition} AND NOT t.tgisinternal ORDER BY n.nspname, c.relname, t.tgname`,

  policies: `SELECT format('CREATE POLICY %I ON %s FOR %s TO %s%s%s;', p.policyname, format('%I.%I', p.schemaname, p.tablename), p.cmd,
      array_to_string(p.roles, ', '), COALESCE(' USING (' || p.qual || ')', ''), COALESCE(' WITH CHECK (' || p.with_check || ')', '')) AS line
    FROM pg_policies p WHERE p.schemaname IN ('app', 'private', 'auth') ORDER BY p.schemaname, p.tablename, p.policyname`,

  'relation grants': `SELECT format('GRANT %s ON %s TO %s;', string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type), ${relation},
      CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END) AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) x
    WHERE ${ours} AND ${notPartition} AND x.grantee <> c.relowner
    GROUP BY n.nspname, c.relname, x.grantee ORDER BY n.nspname, c.relname, pg_get_userbyid(x.grantee)`,

  'column grants': `SELECT format('GRANT %s (%s) ON %s TO %s;', x.privilege_type, string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum),
      ${relation}, pg_get_userbyid(x.grantee)) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL aclexplode(a.attacl) x
    WHERE ${ours} AND ${notPartition}
    GROUP BY n.nspname, c.relname, x.grantee, x.privilege_type ORDER BY n.nspname, c.relname, pg_get_userbyid(x.grantee), x.privilege_type`,

  'function grants': `SELECT format('GRANT EXECUTE ON FUNCTION %s(%s) TO %s;', format('%I.%I', n.nspname, p.proname),
      pg_get_function_identity_arguments(p.oid), string_agg(CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END, ', '
      ORDER BY x.grantee = 0, pg_get_userbyid(x.grantee))) AS line
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace CROSS JOIN LATERAL aclexplode(p.proacl) x
    WHERE ${ours} AND p.prokind = 'f' AND x.grantee <> p.proowner
    GROUP BY n.nspname, p.proname, p.oid ORDER BY n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
};
