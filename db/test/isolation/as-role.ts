import type { LoginRole } from '@odolog/migrate';
import type { TestDatabase } from '@odolog/testing';
import type { DatabaseError, PoolClient } from 'pg';

/** Settings by which a session says whose rows it wants. */
export type Settings = Readonly<Record<string, string>>;

/** A transaction as this role with these settings, which leaves nothing behind. */
export async function asRole<Result>(
  { database, role, settings = {} }: { database: TestDatabase; role: LoginRole; settings?: Settings },
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await database.as(role).pool.connect();
  try {
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [name, value]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** What an attempt brought to light: its result, or all that the refusal says. */
export async function said(attempt: Promise<string>): Promise<string> {
  try {
    return await attempt;
  } catch (error) {
    const { message, detail, hint, where } = error as DatabaseError;
    return [message, detail, hint, where].join('\n');
  }
}

/** The SQLSTATE by which an attempt was refused, or `done`. */
export async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    return (error as DatabaseError).code ?? String(error);
  }
}
