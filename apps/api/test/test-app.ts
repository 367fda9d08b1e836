import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testDatabase, type TestDatabase } from '@odolog/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { Config } from '../src/config.js';
import { createApp } from '../src/create-app.js';
import { createApiLog } from '../src/http/log.js';
import { openResources } from '../src/open-resources.js';
import type { Resources } from '../src/resources.js';
import { cookiesOf } from './cookies.js';
import { expectKept } from './keeps-contract.js';
import { quickHash } from './quick-hash.js';

export const publicUrl = 'http://localhost:3000';

/** The application on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly resources: Resources;
  close(): Promise<void>;
}

/**
 * @param overrides what a test needs to be different; asked with the database when that depends on it
 * @param log where the log goes, of a test that reads it
 */
export async function testApp(
  overrides: Partial<Config> | ((database: TestDatabase) => Partial<Config>) = {},
  log?: Writable,
): Promise<TestApp> {
  const database = await testDatabase();
  const outboxDir = await mkdtemp(path.join(tmpdir(), 'odolog-outbox-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 3000,
    publicUrl,
    apiDatabaseUrl: database.url('odolog_api'),
    authDatabaseUrl: database.url('odolog_auth'),
    jobsDatabaseUrl: undefined,
    databaseConnections: 10,
    authSecret: 'a secret of the tests, 32 characters or more',
    outsideProviders: [],
    operatingTenant: undefined,
    redisUrl: undefined,
    mail: { smtpUrl: undefined, from: 'Odolog <odolog@example.org>', outboxDir },
    requireVerifiedEmail: false,
    terms: { version: '2026-11', text: undefined, url: undefined },
    webUrl: undefined,
    metricsPort: undefined,
    metricsHost: '127.0.0.1',
    logLevel: 'silent',
    trustedProxies: 0,
    rateLimit: 1_000_000,
    ...(typeof overrides === 'function' ? overrides(database) : overrides),
  };
  const resources = openResources(
    config,
    createApiLog({ level: config.logLevel, ...(log && { destination: log }) }),
    quickHash,
  );
  const app = await createApp(resources);
  return {
    app,
    database,
    resources,
    close: async () => {
      await app.close();
      await resources.close();
      await database.drop();
      await rm(outboxDir, { recursive: true, force: true });
    },
  };
}

/** Someone who is signed in. */
export interface Person {
  readonly token: string;
  readonly cookie: string;
  readonly userId: string;
  readonly email: string;
  call(request: Ask): Promise<Reply>;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // The shape is what a test is about.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Asks the API; without a person, as a stranger. Every answer is held against the OpenAPI document on the way. */
export async function ask(app: NestFastifyApplication, { method, url, body, headers }: Ask): Promise<Reply> {
  const response = await app.inject({
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    url: `/api${url}`,
    ...(body !== undefined && { payload: body as object }),
    ...(headers && { headers }),
  });
  const type = String(response.headers['content-type']);
  const reply = {
    status: response.statusCode,
    headers: response.headers,
    body: /json/.test(type) && response.body ? response.json() : response.body,
  };
  const asked = { method: response.raw.req.method ?? '', url: `/api${url}` };
  expectKept(asked, { ...reply, type });
  return reply;
}

/** Signs up, and gets a token: over HTTP, as anyone would. */
export async function aPerson(app: NestFastifyApplication, name = 'Robin'): Promise<Person> {
  const email = `${randomUUID()}@example.org`;
  const signUp = await ask(app, {
    url: '/auth/sign-up/email',
    body: { name, email, password: 'correct horse battery' },
  });
  const cookie = cookiesOf(signUp);
  const { body } = await ask(app, { url: '/auth/token', headers: { cookie } });
  const token = body.token as string;
  return {
    token,
    cookie,
    email,
    userId: signUp.body.user?.id as string,
    call: ({ headers, ...rest }) =>
      ask(app, { ...rest, headers: { authorization: `Bearer ${token}`, ...headers } }),
  };
}
