import path from 'node:path';
import type { LoginRole } from '@odolog/migrate';
import { root, type Config } from '../config.js';
import { rolePasswords, roleUrl, type Origins } from './secrets.js';
import type { Program } from './supervise.js';

export interface Wiring extends Origins {
  readonly host: string;
  /** Where the web process listens, on loopback. */
  readonly webPort: number;
  /** Where api and worker answer Prometheus, on loopback. */
  readonly metricsPort: number;
  readonly workerMetricsPort: number;
}

/**
 * Room for the young objects of what answers, in megabytes: what is made for a page is gone before it would be moved to the old
 * ones. With the usual 16, cleaning up took a seventh of a page's CPU and made its slowest answers twice as slow.
 */
const whatAnswers = ['--max-semi-space-size=64'];

/** The three processes and what each is told: a role of the database goes only to the process that works under it. */
export function programs(config: Config, wiring: Wiring): Program[] {
  const passwords = rolePasswords(wiring);
  const as = (role: LoginRole): string => roleUrl(wiring.adminUrl, role, passwords[role]);
  const shared = { ...config.inherited, NODE_ENV: 'production', ODOLOG_URL: publicUrl(config) };
  const mail = {
    ...(config.smtpUrl && { ODOLOG_SMTP_URL: config.smtpUrl }),
    ODOLOG_OUTBOX_DIR: path.join(config.dataDir, 'outbox'),
  };
  return [
    {
      name: 'api',
      entry: path.join(root, 'apps/api/dist/main.js'),
      flags: whatAnswers,
      env: {
        ...shared,
        PORT: String(config.port),
        HOST: wiring.host,
        ODOLOG_API_DATABASE_URL: as('odolog_api'),
        ODOLOG_AUTH_DATABASE_URL: as('odolog_auth'),
        ODOLOG_JOBS_DATABASE_URL: as('odolog_jobs'),
        ODOLOG_AUTH_SECRET: wiring.authSecret,
        ODOLOG_METRICS_PORT: String(wiring.metricsPort),
        ...(config.redisUrl && { REDIS_URL: config.redisUrl }),
        ...(config.outsideProviders && { ODOLOG_OIDC_PROVIDERS: config.outsideProviders }),
        ...mail,
        ODOLOG_WEB_URL: `http://127.0.0.1:${wiring.webPort}`,
      },
    },
    {
      name: 'worker',
      entry: path.join(root, 'apps/worker/dist/main.js'),
      env: {
        ...shared,
        ...mail,
        ODOLOG_WORKER_METRICS_PORT: String(wiring.workerMetricsPort),
        ODOLOG_WORKER_DATABASE_URL: as('odolog_worker'),
        ODOLOG_JOBS_DATABASE_URL: as('odolog_jobs'),
      },
    },
    {
      name: 'web',
      entry: path.join(root, 'apps/web/server.mjs'),
      flags: whatAnswers,
      env: {
        ...shared,
        PORT: String(wiring.webPort),
        HOSTNAME: '127.0.0.1',
        ODOLOG_API_URL: localUrl(config, wiring.host),
      },
    },
  ];
}

/** What a person types. */
export const publicUrl = (config: Config): string => config.publicUrl ?? `http://localhost:${config.port}`;

/** Where this machine reaches the API. */
export function localUrl(config: Config, host: string): string {
  const address = host === '::' || host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${address}:${config.port}`;
}
