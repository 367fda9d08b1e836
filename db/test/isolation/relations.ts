import type { TestDatabase } from '@odolog/testing';
import type { LoginRole } from '@odolog/migrate';

/** A table, partition, view or materialized view, and what a role may do to it. */
export interface Relation {
  readonly name: string;
  readonly kind: 'r' | 'p' | 'v' | 'm';
  readonly readable: readonly string[];
  readonly updatable: readonly string[];
  /** Columns that it may say something about in a new row; a right by columns is a right. */
  readonly insertable: readonly string[];
  readonly mayDelete: boolean;
}

/** Every relation of the product, as this role stands to it. */
export async function relationsFor(database: TestDatabase, role: LoginRole): Promise<Relation[]> {
  const { rows } = await database.admin().pool.query<Relation>(
    `SELECT c.oid::regclass::text AS name, c.relkind AS kind,
            u.usage AND has_table_privilege($1, c.oid, 'DELETE') AS "mayDelete",
            COALESCE(json_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE u.usage AND has_column_privilege($1, c.oid, a.attnum, 'SELECT')), '[]') AS readable,
            COALESCE(json_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE u.usage AND a.attgenerated = '' AND a.attidentity = '' AND has_column_privilege($1, c.oid, a.attnum, 'UPDATE')), '[]') AS updatable,
            COALESCE(json_agg(a.attname ORDER BY a.attnum) FILTER (WHERE u.usage AND a.attgenerated = '' AND has_column_privilege($1, c.oid, a.attnum, 'INSERT')), '[]') AS insertable
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
            LATERAL (SELECT has_schema_privilege($1, n.oid, 'USAGE') AS usage) u
      WHERE n.nspname IN ('app', 'private', 'auth', 'pgboss', 'public') AND c.relkind IN ('r', 'p', 'v', 'm')
      GROUP BY c.oid, u.usage ORDER BY 1`,
    [role],
  );
  return rows;
}
