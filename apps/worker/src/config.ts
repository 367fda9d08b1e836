import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How this process was told to run. Parsed once, frozen. */
export interface Config {
  readonly workerDatabaseUrl: string;
  readonly jobsDatabaseUrl: string;
  /** Lanes (one projector of one tenant) that are folded at the same time. */
  readonly lanes: number;
  /** Health, readiness and Prometheus, on loopback; nothing listens without it. */
  readonly metricsPort: number | undefined;
  readonly logLevel: string;
  /** Where people find the product; for links in messages. */
  readonly publicUrl: string;
  /** Messages leave by a mail server, or as files into a folder. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string; readonly outboxDir: string };
}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const usualLanes = 4;

/**
 * Reads the configuration. Every variable may also be given as `NAME_FILE`, the path of a file that holds the value.
 *
 * @throws Error that names every bad variable, never a value
 */
export function readConfig(environment: Environment = process.env): Config {
  const bad: string[] = [];
  const optional = <T>(name: string, parse: (text: string) => T | undefined): T | undefined => {
    const text = valueOf(environment, name);
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) bad.push(name);
    return value;
  };
  const required = (name: string, parse: (text: string) => string | undefined): string => {
    const value = optional(name, parse);
    if (value === undefined && !bad.includes(name)) bad.push(name);
    return value ?? '';
  };
  const publicUrl = optional('ODOLOG_URL', asOrigin) ?? 'http://localhost:3000';
  const config: Config = {
    workerDatabaseUrl: required('ODOLOG_WORKER_DATABASE_URL', asPostgresUrl),
    jobsDatabaseUrl: required('ODOLOG_JOBS_DATABASE_URL', asPostgresUrl),
    lanes: optional('ODOLOG_WORKER_LANES', asCount) ?? usualLanes,
    metricsPort: optional('ODOLOG_WORKER_METRICS_PORT', asCount),
    logLevel: optional('ODOLOG_LOG_LEVEL', (text) => (logLevels.includes(text) ? text : undefined)) ?? 'info',
    publicUrl,
    mail: {
      smtpUrl: optional('ODOLOG_SMTP_URL', (text) =>
        /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined,
      ),
      from:
        optional('ODOLOG_MAIL_FROM', (text) => (/[\r\n]/.test(text) ? undefined : text)) ??
        `Odolog <odolog@${new URL(publicUrl).hostname}>`,
      outboxDir: path.resolve(optional('ODOLOG_OUTBOX_DIR', (text) => text) ?? '.data/outbox'),
    },
  };
  if (bad.length > 0) throw new Error(`Missing or not usable: ${bad.join(', ')}`);
  return Object.freeze(config);
}

function valueOf(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file === undefined) return environment[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function asPostgresUrl(text: string): string | undefined {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
}

function asCount(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

function asOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
