import type { LoginRole } from '@odolog/migrate';
import type { PoolClient } from 'pg';

const attempts = [
  'SET LOCAL ROLE odolog_appender',
  'SET LOCAL ROLE odolog_registrar',
  'SET LOCAL ROLE odolog_refresher',
  'SET LOCAL ROLE odolog_owner',
  'SET LOCAL SESSION AUTHORIZATION odolog_owner',
  `SELECT set_config('role', 'odolog_registrar', true)`,
  'SET LOCAL session_replication_role = replica',
  'SET LOCAL search_path = pg_temp, app, auth',
];

/** Tries to be somebody else, none of which may help. The owner is let: it hands functions over when it migrates. */
export async function disguise(client: PoolClient, role: LoginRole): Promise<void> {
  if (role === 'odolog_owner') return;
  for (const attempt of attempts) {
    await client.query('SAVEPOINT disguise');
    await client.query(attempt).catch(() => client.query('ROLLBACK TO disguise'));
  }
}
