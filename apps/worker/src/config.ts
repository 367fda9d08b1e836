import path from 'node:path';
import { asDatabaseUrl, asServerUrl, readEnvironment, type Environment } from '@odolog/environment';

/** How this process was told to run. Parsed once, frozen. */
export interface Config {
  readonly workerDatabaseUrl: string;
  readonly jobsDatabaseUrl: string;
  /** Lanes (one projector of one tenant) that are folded at the same time. */
  readonly lanes: number;
  /** Health, readiness and Prometheus, on a port that is not for the public; nothing listens without it. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  readonly logLevel: string;
  /** Where people find the product; for links in messages. */
  readonly publicUrl: string;
  /** Messages leave by a mail server, or as files into a folder. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string; readonly outboxDir: string };
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const usualLanes = 4;

/**
 * Reads the configuration. Every variable may also be given as `NAME_FILE`, the path of a file that holds the value.
 *
 * @throws Error that names every bad variable, never a value
 */
export function readConfig(environment: Environment = process.env): Config {
  const { raw, optional, required, refuseBad } = readEnvironment(environment);
  const publicUrl = optional('ODOLOG_URL', asOrigin) ?? 'http://localhost:3000';
  const config: Config = {
    workerDatabaseUrl: required('ODOLOG_WORKER_DATABASE_URL', asDatabaseUrl),
    jobsDatabaseUrl: required('ODOLOG_JOBS_DATABASE_URL', asDatabaseUrl),
    lanes: optional('ODOLOG_WORKER_LANES', asCount) ?? usualLanes,
    metricsPort: optional('ODOLOG_WORKER_METRICS_PORT', asCount),
    metricsHost: raw('ODOLOG_METRICS_HOST') ?? '127.0.0.1',
    logLevel: optional('ODOLOG_LOG_LEVEL', (text) => (logLevels.includes(text) ? text : undefined)) ?? 'info',
    publicUrl,
    mail: {
      smtpUrl: optional('ODOLOG_SMTP_URL', asServerUrl(['smtp:', 'smtps:'])),
      from:
        optional('ODOLOG_MAIL_FROM', (text) => (/[\r\n]/.test(text) ? undefined : text)) ??
        `Odolog <odolog@${new URL(publicUrl).hostname}>`,
      outboxDir: path.resolve(optional('ODOLOG_OUTBOX_DIR', (text) => text) ?? '.data/outbox'),
    },
  };
  refuseBad();
  return Object.freeze(config);
}

function asCount(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

function asOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
