import { startPostgres } from '@odolog/embedded-postgres';
import { loginRoles, migrate, type LoginRole } from '@odolog/migrate';
import pg from 'pg';

/** A PostgreSQL for one test run. */
export interface Cluster {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** The database that every test's database is a clone of. */
export const templateDatabase = 'odolog_template';
/** In tests only: the clusters live for one run and listen on loopback. */
export const testPasswords = Object.fromEntries(
  loginRoles.map((role) => [role, 'never-used-outside-a-run']),
) as Record<LoginRole, string>;

/**
 * Starts a server (ODOLOG_TEST_DATABASE_URL, or Docker when ODOLOG_TEST_DOCKER=true, else the embedded one) and
 * migrates the template.
 */
export async function startCluster(config: {
  databaseUrl?: string | undefined;
  docker: boolean;
  folder: string;
}): Promise<Cluster> {
  const cluster = config.databaseUrl
    ? given(config.databaseUrl)
    : config.docker
      ? await inDocker()
      : await embedded(config.folder);
  await execute(cluster.adminUrl, `CREATE DATABASE ${templateDatabase}`);
  await migrate({ adminUrl: databaseUrl(cluster.adminUrl, templateDatabase), passwords: testPasswords });
  return cluster;
}

/** The same server and credentials, another database. */
export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on a connection of its own. */
export async function execute(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function given(adminUrl: string): Cluster {
  return {
    adminUrl,
    stop: () => execute(adminUrl, `DROP DATABASE IF EXISTS ${templateDatabase} WITH (FORCE)`),
  };
}

async function inDocker(): Promise<Cluster> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer('postgres:18').withUsername('postgres').start();
  return {
    adminUrl: container.getConnectionUri(),
    stop: async () => {
      await container.stop();
    },
  };
}

async function embedded(folder: string): Promise<Cluster> {
  const postgres = await startPostgres({
    dataDir: folder,
    durable: false,
    settings: { max_connections: 500 },
  });
  return { adminUrl: postgres.adminUrl, stop: () => postgres.stop() };
}
