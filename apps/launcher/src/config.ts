import path from 'node:path';
import { CannotStart } from '@odolog/embedded-postgres';

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
  /** What child processes inherit: all but the administrator's way into the database. */
  readonly inherited: Readonly<Record<string, string>>;
}

/** @throws CannotStart that names every bad variable, never a value */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const port = environment['PORT'] ? Number(environment['PORT']) : 3000;
  const databaseUrl = environment['DATABASE_URL'] || undefined;
  const bad = [
    ...(Number.isInteger(port) && port > 0 && port < 65_536 ? [] : ['PORT']),
    ...(databaseUrl === undefined || isPostgresUrl(databaseUrl) ? [] : ['DATABASE_URL']),
  ];
  if (bad.length > 0)
    throw new CannotStart(`Not usable: ${bad.join(', ')}.`, 'Correct these environment variables.');
  const { DATABASE_URL: _administrators, ...inherited } = environment;
  return Object.freeze({
    port,
    host: environment['HOST'] || undefined,
    publicUrl: environment['ODOLOG_URL'] || undefined,
    dataDir: path.resolve(root, environment['ODOLOG_DATA_DIR'] || '.data'),
    databaseUrl,
    authSecret: environment['ODOLOG_AUTH_SECRET'] || undefined,
    redisUrl: environment['REDIS_URL'] || undefined,
    smtpUrl: environment['ODOLOG_SMTP_URL'] || undefined,
    chromiumPath: environment['CHROME_PATH'] || undefined,
    inherited: inherited as Record<string, string>,
  });
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'postgres:' || protocol === 'postgresql:') && hostname !== '';
}
