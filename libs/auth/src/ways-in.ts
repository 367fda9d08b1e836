import type { Pool } from 'pg';

interface Asked {
  readonly userId: string;
  /** Ids of the providers at which one can sign in now: a link to another one is no way in. */
  readonly offered: readonly string[];
  /** The id of a passkey that is as good as gone. */
  readonly withoutPasskey?: string;
}

/** Whether a person has a password, a passkey or a provider by which they can sign in. */
export async function hasWayIn(
  client: Pick<Pool, 'query'>,
  { userId, offered, withoutPasskey = '' }: Asked,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM auth."account" a WHERE a."userId" = $1 AND (a."password" IS NOT NULL OR a."providerId" = ANY ($2))
      UNION ALL SELECT FROM auth."passkey" p WHERE p."userId" = $1 AND p."id"::text <> $3`,
    [userId, offered, withoutPasskey],
  );
  return rowCount !== 0;
}
