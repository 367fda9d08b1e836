import path from 'node:path';
import { CannotStart } from '@odolog/embedded-postgres';
import { asSecret, asServerUrl, readEnvironment, type Environment } from '@odolog/environment';

/** The folder of the clone. */
export const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** How `npm start` and `npm test` were told to run. */
export interface Config {
  readonly port: number;
  /** Default: all interfaces. */
  readonly host: string | undefined;
  /** The public origin when a proxy stands in front. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** A PostgreSQL of the person's own; without it the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Default: one is made and kept in the data directory. */
  readonly authSecret: string | undefined;
  readonly redisUrl: string | undefined;
  /** A mail server; without it messages land in the data directory. */
  readonly smtpUrl: string | undefined;
  readonly chromiumPath: string | undefined;
  /** Identity providers elsewhere, with their secrets. */
  readonly outsideProviders: string | undefined;
  /** Where api and worker answer Prometheus, on loopback; free ports without a word. */
  readonly metricsPort: number | undefined;
  readonly workerMetricsPort: number | undefined;
  /** What child processes inherit: no secret. */
  readonly inherited: Readonly<Record<string, string>>;
}

/** What processes are told one by one, by name or by file, and none inherits. */
const secrets = [
  'DATABASE_URL',
  'ODOLOG_AUTH_SECRET',
  'REDIS_URL',
  'ODOLOG_SMTP_URL',
  'ODOLOG_OIDC_PROVIDERS',
  ...['API', 'AUTH', 'WORKER', 'JOBS'].flatMap((role) => [
    `ODOLOG_${role}_DATABASE_URL`,
    `ODOLOG_${role}_PASSWORD`,
  ]),
].flatMap((name) => [name, `${name}_FILE`]);

/**
 * Reads the configuration. Every variable may also be given as `NAME_FILE`, the path of a file that holds the value.
 *
 * @throws CannotStart that names every bad variable, never a value
 */
export function readConfig(environment: Environment = process.env): Config {
  const { raw, optional, bad } = readEnvironment(environment);
  const config: Config = {
    port: optional('PORT', asPort) ?? 3000,
    host: raw('HOST'),
    publicUrl: raw('ODOLOG_URL'),
    dataDir: path.resolve(root, raw('ODOLOG_DATA_DIR') ?? '.data'),
    databaseUrl: optional('DATABASE_URL', (text) => (isPostgresUrl(text) ? text : undefined)),
    authSecret: optional('ODOLOG_AUTH_SECRET', asSecret),
    redisUrl: optional('REDIS_URL', asServerUrl(['redis:', 'rediss:'])),
    smtpUrl: optional('ODOLOG_SMTP_URL', asServerUrl(['smtp:', 'smtps:'])),
    outsideProviders: raw('ODOLOG_OIDC_PROVIDERS'),
    metricsPort: optional('ODOLOG_METRICS_PORT', asPort),
    workerMetricsPort: optional('ODOLOG_WORKER_METRICS_PORT', asPort),
    chromiumPath: raw('CHROME_PATH'),
    inherited: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) =>
        value === undefined || secrets.includes(name) ? [] : [[name, value] as const],
      ),
    ),
  };
  if (bad.size > 0)
    throw new CannotStart(`Not usable: ${[...bad].join(', ')}.`, 'Correct these environment variables.');
  return Object.freeze(config);
}

function asPort(text: string): number | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'postgres:' || protocol === 'postgresql:') && hostname !== '';
}
