import type { Pool } from 'pg';

/** So long after signing in a person makes new ways in: passkeys, links to providers elsewhere, keys. */
export const freshForSeconds = 24 * 60 * 60;

/** A device on which a person is signed in. */
export interface Session {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  /** What the browser said of itself. */
  readonly userAgent: string | null;
}

/** Where a person is signed in, the latest first. */
export async function sessionsOf(pool: Pool, userId: string): Promise<Session[]> {
  const { rows } = await pool.query<Record<keyof Session, Date> & { id: string; userAgent: string | null }>(
    `SELECT "id", "createdAt", "updatedAt" AS "lastSeenAt", "expiresAt", NULLIF("userAgent", '') AS "userAgent"
       FROM auth."session" WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY "updatedAt" DESC, "id"`,
    [userId],
  );
  return rows.map(({ createdAt, lastSeenAt, expiresAt, ...rest }) => ({
    ...rest,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

/** Signs one device of the person out. @returns the ids of what is over now: none when it is not theirs */
export function endSession(pool: Pool, userId: string, sessionId: string): Promise<string[]> {
  return end(pool, '"userId" = $1 AND "id" = $2', [userId, sessionId]);
}

/** Signs the person out everywhere, but for one session if it is named. @returns the ids of what is over now */
export function endSessions(pool: Pool, userId: string, except: string | undefined): Promise<string[]> {
  return end(pool, '"userId" = $1 AND "id" IS DISTINCT FROM $2', [userId, except ?? null]);
}

/** Whether somebody is still signed in by this session. */
export async function sessionLives(pool: Pool, sessionId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM auth."session" WHERE "id" = $1 AND "expiresAt" > now()',
    [sessionId],
  );
  return rowCount === 1;
}

/** Whether somebody signed in by this session not long ago: see freshForSeconds. */
export async function sessionIsFresh(pool: Pool, sessionId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM auth."session" WHERE "id" = $1 AND "createdAt" > now() - make_interval(secs => $2)`,
    [sessionId, freshForSeconds],
  );
  return rowCount === 1;
}

async function end(pool: Pool, which: string, values: readonly unknown[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH ended AS (DELETE FROM auth."session" WHERE ${which} RETURNING "id", "userId"),
          recorded AS MATERIALIZED (
            SELECT app.record_audit_of_person("userId", 'person.signed-out-elsewhere', '{}')
              FROM (SELECT DISTINCT "userId" FROM ended) AS person)
     SELECT "id" FROM ended WHERE (SELECT count(*) FROM recorded) >= 0`,
    [...values],
  );
  return rows.map(({ id }) => id);
}
