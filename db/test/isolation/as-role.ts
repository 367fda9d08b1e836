import type { LoginRole } from '@odolog/migrate';
import type { TestDatabase } from '@odolog/testing';
import { escapeLiteral, type DatabaseError, type PoolClient } from 'pg';

/** Settings by which a session says whose rows it wants. */
export type Settings = Readonly<Record<string, string>>;

/** A transaction as this role with these settings, which leaves nothing behind. */
export async function asRole<Result>(
  { database, role, settings = {} }: { database: TestDatabase; role: LoginRole; settings?: Settings },
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await database.as(role).pool.connect();
  try {
    // In one message: there are tens of thousands of these.
    await client.query(['BEGIN', ...Object.entries(settings).map(set)].join('; '));
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const set = ([name, value]: readonly [string, string]): string =>
  `SELECT set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`;

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
