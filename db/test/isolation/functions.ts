import type { LoginRole } from '@odolog/migrate';
import type { TestDatabase } from '@odolog/testing';
import type { Occupant } from './two-tenants.js';

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

/** Arguments that ask for a victim by everything that somebody could know of them. */
export function argumentsAbout(victim: Occupant, { argumentTypes }: Callable): unknown[][] {
  const { tenantId, userId, vehicleId, eventId } = victim;
  return [tenantId, userId, vehicleId, eventId].flatMap((id) => [
    argumentTypes.map((type) => argument(type, id)),
    // the tenant first, as most functions take it
    argumentTypes.map((type, at) => argument(type, at === 0 ? tenantId : id)),
  ]);
}

function argument(type: string, id: string): unknown {
  if (type === 'uuid') return id;
  if (type === 'uuid[]') return [id];
  if (type.endsWith('[]')) return [];
  if (/int|numeric|double/.test(type)) return 1;
  if (type === 'date') return '2026-03-01';
  if (type.startsWith('timestamp')) return '2026-03-01T11:00:00Z';
  if (type === 'boolean') return false;
  if (/json/.test(type)) return '{}';
  if (type === 'bytea') return Buffer.alloc(32);
  return 'fuel-segments';
}
