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

/** @throws Error that names what is missing */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const adminUrl = environment['DATABASE_URL'];
  if (!adminUrl) throw new Error('Missing: DATABASE_URL');
  const given = passwordVariables.flatMap(([role, variable]) => {
    const password = environment[variable];
    return password ? [[role, password] as const] : [];
  });
  return { adminUrl, passwords: Object.fromEntries(given) };
}
