import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';

/**
 * What people are called who belong to the tenant, or did until they left it. Whoever deleted their account has no name any
 * more.
 */
export async function namesOf(
  trx: TenantTransaction,
  userIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(userIds.filter((id) => id !== null))];
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ userId: string; name: string }>`
    SELECT asked.user_id AS "userId", COALESCE(p.name, f.name) AS name
      FROM unnest(${people}::uuid[]) AS asked (user_id)
      LEFT JOIN app.profiles p ON p.user_id = asked.user_id
      LEFT JOIN app.former_members f ON f.user_id = asked.user_id
     WHERE COALESCE(p.name, f.name) IS NOT NULL`.execute(trx);
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}
