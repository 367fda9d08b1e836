import type { OutsideProvider } from '@odolog/auth';
import { asDatabaseUrl, asSecret, asServerUrl, readEnvironment, type Environment } from '@odolog/environment';
import { readOutsideProviders } from './identity/read-outside-providers.js';
import path from 'node:path';

/** How this process was told to run. Parsed once, frozen. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The public origin, without a slash at its end. */
  readonly publicUrl: string;
  readonly apiDatabaseUrl: string;
  readonly authDatabaseUrl: string;
  readonly jobsDatabaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly authSecret: string;
  /** Identity providers elsewhere, beside the built-in one. */
  readonly outsideProviders: readonly OutsideProvider[];
  /** The tenant whose owners and maintainers operate the installation; without it that of the first account. */
  readonly operatingTenant: string | undefined;
  readonly redisUrl: string | undefined;
  readonly mail: MailConfig;
  readonly terms: TermsConfig;
  /** Nobody gets in before they have confirmed their address: needs a mail server. */
  readonly requireVerifiedEmail: boolean;
  /** Where the pages are made; everything outside /api is passed on to it. */
  readonly webUrl: string | undefined;
  /** Prometheus, on a port that is not for the public. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  readonly logLevel: string;
  /** How many proxies stand in front: whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Requests a minute of one person or key; of one address, behind which there may be many, ten times as many. */
  readonly rateLimit: number;
}

/** How messages leave: to a mail server, or as files into a folder. */
export interface MailConfig {
  readonly smtpUrl: string | undefined;
  readonly from: string;
  readonly outboxDir: string;
}

/** The terms that people accept: of this installation, or those that come with the product when neither is given. */
export interface TermsConfig {
  readonly version: string;
  /** Paragraphs, parted by empty lines. */
  readonly text: string | undefined;
  /** Where they stand instead. */
  readonly url: string | undefined;
}

/** Behind a proxy that is not believed all people share its address, and the limits of it: with TLS one is to be expected. */
const proxies = 'ODOLOG_TRUSTED_PROXIES';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the configuration. Every variable may also be given as `NAME_FILE`, the path of a file that holds the value.
 *
 * @throws Error that names every bad variable, never a value
 */
export function readConfig(environment: Environment = process.env): Config {
  const { raw, optional, required, bad, refuseBad } = readEnvironment(environment);
  const port = optional('PORT', asPort) ?? 3000;
  const publicUrl = optional('ODOLOG_URL', asOrigin) ?? `http://localhost:${port}`;
  if (publicUrl.startsWith('https:') && raw(proxies) === undefined)
    bad.add(`${proxies} (how many proxies stand in front and say whom they speak for; 0 for none)`);
  const config: Config = {
    host: raw('HOST') ?? '::',
    port,
    publicUrl,
    apiDatabaseUrl: required('ODOLOG_API_DATABASE_URL', asDatabaseUrl),
    authDatabaseUrl: required('ODOLOG_AUTH_DATABASE_URL', asDatabaseUrl),
    jobsDatabaseUrl: optional('ODOLOG_JOBS_DATABASE_URL', asDatabaseUrl),
    databaseConnections: optional('ODOLOG_DATABASE_CONNECTIONS', asCount) ?? 10,
    authSecret: required('ODOLOG_AUTH_SECRET', asSecret),
    outsideProviders: readOutsideProviders('ODOLOG_OIDC_PROVIDERS', raw('ODOLOG_OIDC_PROVIDERS'), bad),
    operatingTenant: optional('ODOLOG_OPERATING_TENANT', asTenantOrNone),
    redisUrl: optional('REDIS_URL', asServerUrl(['redis:', 'rediss:'])),
    mail: readMail(optional, publicUrl),
    requireVerifiedEmail: optional('ODOLOG_REQUIRE_VERIFIED_EMAIL', asSwitch) ?? false,
    terms: readTerms(raw, optional, bad),
    webUrl: optional('ODOLOG_WEB_URL', asOrigin),
    metricsHost: raw('ODOLOG_METRICS_HOST') ?? '127.0.0.1',
    metricsPort: optional('ODOLOG_METRICS_PORT', asPort),
    logLevel: optional('ODOLOG_LOG_LEVEL', (text) => (logLevels.includes(text) ? text : undefined)) ?? 'info',
    trustedProxies: optional(proxies, asCount) ?? 0,
    rateLimit: optional('ODOLOG_RATE_LIMIT', asCount) ?? 60_000,
  };
  refuseBad();
  return Object.freeze(config);
}

function readMail(
  optional: (name: string, parse: (text: string) => string | undefined) => string | undefined,
  publicUrl: string,
): MailConfig {
  return Object.freeze({
    smtpUrl: optional('ODOLOG_SMTP_URL', asServerUrl(['smtp:', 'smtps:'])),
    from: optional('ODOLOG_MAIL_FROM', asSender) ?? `Odolog <odolog@${new URL(publicUrl).hostname}>`,
    outboxDir: path.resolve(optional('ODOLOG_OUTBOX_DIR', (text) => text) ?? '.data/outbox'),
  });
}

const versionOfOwnTerms = '2026-11';

/** Terms of one's own need a version: without one nobody could say what was accepted. */
function readTerms(
  raw: (name: string) => string | undefined,
  optional: (name: string, parse: (text: string) => string | undefined) => string | undefined,
  bad: Set<string>,
): TermsConfig {
  const text = raw('ODOLOG_TERMS');
  const url = optional('ODOLOG_TERMS_URL', (given) => asUrl(given, ['https:', 'http:']));
  const version = optional('ODOLOG_TERMS_VERSION', (given) => (given.length <= 40 ? given : undefined));
  if (version === undefined && (text ?? url) !== undefined) bad.add('ODOLOG_TERMS_VERSION');
  return Object.freeze({ version: version ?? versionOfOwnTerms, text, url });
}

/** `none` is the id of no tenant. */
function asTenantOrNone(text: string): string | undefined {
  return /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|none)$/i.test(text) ? text.toLowerCase() : undefined;
}

function asSender(text: string): string | undefined {
  return /^([^<>]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(text) ? text : undefined;
}

function asUrl(text: string, protocols: readonly string[]): string | undefined {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined;
}

function asOrigin(text: string): string | undefined {
  return asUrl(text, ['http:', 'https:']) && new URL(text).origin;
}

function asSwitch(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function asCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function asPort(text: string): number | undefined {
  const port = asCount(text);
  return port !== undefined && port <= 65_535 ? port : undefined;
}
