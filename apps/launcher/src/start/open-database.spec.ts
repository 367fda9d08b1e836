import { startPostgres, type RunningPostgres } from '@odolog/embedded-postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from './open-database.js';
import { authSecret, rolePasswords, roleUrl } from './secrets.js';

/** A server of its own: the passwords of its roles are changed here. */
let folder: string;
let server: RunningPostgres;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odolog-open-'));
  server = await startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const another = 'aX7kD2vN9cQ4wB6tR1zM8yH5jG3fP0sL';
const origins = async () => ({ adminUrl: server.adminUrl, authSecret: await authSecret(folder) });

async function enter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function enterAsApi(from: { adminUrl: string; authSecret: string }): Promise<pg.Client> {
  return enter(roleUrl(server.adminUrl, 'odolog_api', rolePasswords(from).odolog_api));
}

test('a restart with the same data directory finds its way in again, and no other secret does', async () => {
  await prepareDatabase(await origins());
  await prepareDatabase(await origins());
  await (await enterAsApi(await origins())).end();
  await expect(enterAsApi({ ...(await origins()), authSecret: another })).rejects.toThrow(
    /password authentication failed/,
  );
});

test('an installation with a lost secret sets the passwords anew', async () => {
  const anew = { ...(await origins()), authSecret: another };
  await prepareDatabase(anew);
  await (await enterAsApi(anew)).end();
});

test('one with another secret does not shut out what runs in another database of the server', async () => {
  await prepareDatabase(await origins());
  const running = await enterAsApi(await origins());
  const admin = await enter(server.adminUrl);
  await admin.query('CREATE DATABASE second');
  await admin.end();
  const url = new URL(server.adminUrl);
  url.pathname = '/second';
  const second = { adminUrl: url.href, authSecret: another };
  await expect(prepareDatabase(second)).rejects.toThrow('Another installation of Odolog runs');
  await (await enterAsApi(await origins())).end();
  await prepareDatabase({ ...second, authSecret: (await origins()).authSecret });
  await running.end();
});
