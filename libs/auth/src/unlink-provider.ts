import { Problem } from '@odolog/problems';
import type { Pool, PoolClient } from 'pg';
import type { Identity } from './verify-token.js';
import { hasWayIn } from './ways-in.js';

type Unlinked = NonNullable<Identity['link']>;

interface Link {
  readonly userId: string;
  readonly linkId: string;
  /** Ids of the providers at which one can sign in now: a link to another one is no way in. */
  readonly offered: readonly string[];
}

/**
 * Takes a provider elsewhere from a person, and the memberships that it gave.
 *
 * @returns what is unlinked now
 * @throws Problem `not-found` for a link that is not theirs, `last-way-in` for the last one by which they can sign in
 */
export async function unlinkProvider(pool: Pool, link: Link): Promise<Unlinked> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const unlinked = await unlink(client, link);
    await client.query('COMMIT');
    return unlinked;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function unlink(client: PoolClient, { userId, linkId, offered }: Link): Promise<Unlinked> {
  // of two ways that are taken away at the same moment the second sees that the first is gone
  await client.query('SELECT FROM auth."user" WHERE "id" = $1 FOR UPDATE', [userId]);
  const gone = await client.query<Unlinked>(
    `DELETE FROM auth."account" WHERE "id" = $1 AND "userId" = $2 AND "providerId" <> 'credential'
      RETURNING "providerId", "accountId" AS "subject"`,
    [linkId, userId],
  );
  const [unlinked] = gone.rows;
  if (unlinked === undefined) throw new Problem('not-found');
  const { providerId: provider } = unlinked;
  if (!(await hasWayIn(client, { userId, offered }))) throw new Problem('last-way-in');
  await client.query(`SELECT app.record_audit_of_person($1, 'person.provider-unlinked', $2)`, [
    userId,
    JSON.stringify({ provider }),
  ]);
  const again = await client.query('SELECT FROM auth."account" WHERE "userId" = $1 AND "providerId" = $2', [
    userId,
    provider,
  ]);
  if (again.rowCount === 0) await partWith(client, userId, provider);
  return unlinked;
}

/** The memberships that it gave end, and it stays unlinked until the person links it again. */
async function partWith(client: PoolClient, userId: string, provider: string): Promise<void> {
  await client.query(`SELECT app.follow_claims($1, $2, now(), '{}', '{}')`, [userId, provider]);
  await client.query(
    `INSERT INTO auth."unlinkedProvider" ("userId", "providerId") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [userId, provider],
  );
}
