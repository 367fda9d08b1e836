import type { LoginRole } from '@odolog/migrate';
import type { TestDatabase } from '@odolog/testing';

/** A function of the product that a role may call. */
export interface Callable {
  readonly name: string;
  readonly argumentTypes: readonly string[];
}

/** All of them but triggers. */
export async function functionsFor(database: TestDatabase, role: LoginRole): Promise<Callable[]> {
  const { rows } = await database.admin().pool.query<Callable>(
    `SELECT format('%I.%I', n.nspname, p.proname) AS name,
            COALESCE((SELECT json_agg(format_type(t, NULL) ORDER BY place) FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (t, place)), '[]') AS "argumentTypes"
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('app', 'private', 'auth') AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype
        AND has_schema_privilege($1, n.oid, 'USAGE') AND has_function_privilege($1, p.oid, 'EXECUTE')
      ORDER BY 1`,
    [role],
  );
  return rows;
}
