import { asSecret, readEnvironment, type Environment } from '@odolog/environment';
import type { LoginRole } from './migrate.js';

/** How the migrator was told to run. */
export interface Config {
  readonly adminUrl: string;
  /** Of the roles whose password is to be set. */
  readonly passwords: Partial<Record<LoginRole, string>>;
}

const passwordVariables: readonly (readonly [LoginRole, string])[] = [
  ['odolog_api', 'ODOLOG_API_PASSWORD'],
  ['odolog_auth', 'ODOLOG_AUTH_PASSWORD'],
  ['odolog_worker', 'ODOLOG_WORKER_PASSWORD'],
  ['odolog_jobs', 'ODOLOG_JOBS_PASSWORD'],
];

/**
 * Reads the configuration. Every variable may also be given as `NAME_FILE`, the path of a file that holds the value.
 *
 * @throws Error that names every bad variable, never a value
 */
export function readConfig(environment: Environment = process.env): Config {
  const { optional, required, refuseBad } = readEnvironment(environment);
  const adminUrl = required('DATABASE_URL', asPostgresUrl);
  const given = passwordVariables.flatMap(([role, variable]) => {
    const password = optional(variable, asSecret);
    return password ? [[role, password] as const] : [];
  });
  refuseBad();
  return { adminUrl, passwords: Object.fromEntries(given) };
}

/** The administrator of the server was there before us: their password is theirs to choose. */
function asPostgresUrl(text: string): string | undefined {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
}
