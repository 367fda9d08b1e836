import type { Pool, PoolClient } from 'pg';
import type { AuditAction } from '../audit.js';

const action: AuditAction = 'person.account-reclaimed';

/**
 * Gives an account to whoever opened a link that was sent to its address, which nobody had shown to be theirs before: whoever
 * signed up with it may have been a stranger. The address is confirmed, and every other way in that was made until then is
 * gone: sessions, second factor, passkeys, providers elsewhere with the memberships that they gave, and keys.
 *
 * @returns the ids of the sessions that are over now; none of an account whose address had been confirmed, which stays as it is
 */
export async function reclaimAccount(pool: Pool, userId: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const ended = (await confirmFirst(client, userId)) ? await takeWaysIn(client, userId) : [];
    await client.query('COMMIT');
    return ended;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function confirmFirst(client: PoolClient, userId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE auth."user" SET "emailVerified" = true, "twoFactorEnabled" = false
      WHERE "id" = $1 AND NOT "emailVerified"`,
    [userId],
  );
  return rowCount === 1;
}

async function takeWaysIn(client: PoolClient, userId: string): Promise<string[]> {
  const take = async <Row extends object>(query: string) => (await client.query<Row>(query, [userId])).rows;
  const sessions = await take<{ id: string }>(
    'DELETE FROM auth."session" WHERE "userId" = $1 RETURNING "id"',
  );
  const factors = await take('DELETE FROM auth."twoFactor" WHERE "userId" = $1 RETURNING "id"');
  const passkeys = await take('DELETE FROM auth."passkey" WHERE "userId" = $1 RETURNING "id"');
  const links = await take<{ providerId: string }>(
    `DELETE FROM auth."account" WHERE "userId" = $1 AND "providerId" <> 'credential' RETURNING "providerId"`,
  );
  const [keys] = await take<{ revoked: number }>('SELECT app.revoke_keys_of_person($1) AS "revoked"');
  // before the memberships that a provider gave are gone: their tenants are told as well
  await client.query('SELECT app.record_audit_of_person($1, $2, $3)', [
    userId,
    action,
    JSON.stringify({
      secondFactors: factors.length,
      passkeys: passkeys.length,
      providers: links.length,
      keys: keys?.revoked ?? 0,
    }),
  ]);
  for (const provider of new Set(links.map(({ providerId }) => providerId)))
    await client.query(`SELECT app.follow_claims($1, $2, now(), '{}', '{}')`, [userId, provider]);
  return sessions.map(({ id }) => id);
}
