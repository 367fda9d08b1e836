import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import getPort, { clearLockedPorts } from 'get-port';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBinaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import { runnerFor, serverAccount } from './run-as.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';

let folder: string;
let server: RunningPostgres | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odolog-pg-'));
});

afterEach(async () => {
  await server?.stop('immediate');
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const start = async (more: { port?: number; durable?: boolean } = {}): Promise<RunningPostgres> =>
  (server = await startPostgres({ dataDir: path.join(folder, 'data'), durable: false, ...more }));

async function query(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server!.adminUrl });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  const file = path.join(folder, 'data', 'cluster', 'postmaster.pid');
  return Number((await readFile(file, 'utf8')).split('\n')[0]);
}

describe('a first start', () => {
  test('gives a PostgreSQL 18 in UTF-8 with a locale that is the same everywhere', async () => {
    await start();
    expect(await query("SELECT current_setting('server_version_num')::int / 10000")).toBe(18);
    expect(
      await query(
        "SELECT format('%s %s %s', pg_encoding_to_char(encoding), datlocprovider, datlocale) FROM pg_database WHERE datname = 'postgres'",
      ),
    ).toBe('UTF8 b C.UTF-8');
  });

  test('asks for a password, kept where only its owner can read it', async () => {
    await start();
    expect((await stat(path.join(folder, 'data', 'postgres-password'))).mode & 0o777).toBe(0o600);
    const guess = new URL(server!.adminUrl);
    guess.password = 'postgres';
    await expect(new pg.Client({ connectionString: guess.href }).connect()).rejects.toThrow(
      'password authentication failed',
    );
  });

  test('begins again where an initialisation was killed', { tags: ['thorough'] }, async () => {
    await mkdir(path.join(folder, 'data', 'cluster'), { recursive: true });
    await writeFile(path.join(folder, 'data', 'cluster', 'PG_VERSION'), '18\n');
    await start();
    expect(await query('SELECT 1')).toBe(1);
  });
});

describe('a later start', () => {
  test('adopts the server that already runs', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, port: first.port, adminUrl: first.adminUrl });
  });

  test('finds what was committed before a stop, on the same port', async () => {
    const { port } = await start();
    await query('CREATE TABLE kept AS SELECT 42 AS answer');
    await server!.stop();
    expect(await server!.isRunning()).toBe(false);
    // get-port gives no port twice to one process; another start is another process.
    clearLockedPorts();
    expect(await start()).toMatchObject({ adopted: false, port });
    expect(await query('SELECT answer FROM kept')).toBe(42);
  });

  test('recovers from a SIGKILL of the server, even while its sessions still run', async () => {
    await start({ durable: true });
    await query('CREATE TABLE kept AS SELECT 42 AS answer');
    const busy = new pg.Client({ connectionString: server!.adminUrl });
    busy.on('error', () => undefined);
    await busy.connect();
    const lost = busy.query('SELECT pg_sleep(60)').catch(() => undefined);
    process.kill(await postmasterPid(), 'SIGKILL');
    await expect.poll(() => server!.isRunning()).toBe(false);
    expect(await start()).toMatchObject({ adopted: false });
    expect(await query('SELECT answer FROM kept')).toBe(42);
    await lost;
  });

  test(
    'is not misled by a pid file whose number now belongs to another program',
    { tags: ['thorough'] },
    async () => {
      await start();
      await server!.stop();
      const file = path.join(folder, 'data', 'cluster', 'postmaster.pid');
      await writeFile(file, `${process.pid}\n${path.dirname(file)}\n1700000000\n1\n`);
      if (process.getuid?.() === 0) execFileSync('chown', ['--reference', path.dirname(file), file]);
      expect(await start()).toMatchObject({ adopted: false });
      expect(await query('SELECT 1')).toBe(1);
    },
  );

  test('takes another port when the last one is in use', async () => {
    const { port } = await start();
    await server!.stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    expect((await start()).port).not.toBe(port);
    squatter.close();
  });
});

describe('a folder above that is closed to other accounts', () => {
  test('does not keep the server from its data', async () => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await start();
    expect(await query('SELECT 1')).toBe(1);
  });

  test.runIf(process.getuid?.() === 0)('does not keep its account from its programs', async () => {
    const shipped = findBinaries();
    await cp(path.dirname(shipped), path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    const run = runnerFor(serverAccount(), {
      binaries: path.join(folder, 'native', 'bin'),
      dataDir: tmpdir(),
    });
    expect(await run(path.join(folder, 'native', 'bin', 'initdb'), ['--version'])).toEqual({
      stdout: expect.stringContaining('initdb (PostgreSQL) 18') as string,
      stderr: '',
    });
  });

  test.runIf(process.getuid?.() === 0)('is named, with the command that opens it, when nothing helps', () => {
    const places = { binaries: path.join(folder, 'absent', 'bin'), dataDir: path.join(folder, 'data') };
    expect(() => runnerFor(serverAccount(), places)).toThrow(
      expect.objectContaining({
        whatToDo: expect.stringContaining(`\`chmod o+x ${folder}\``) as string,
      }) as Error,
    );
  });
});

describe('what cannot work is said with what to do', () => {
  test('a data directory that is a file', async () => {
    await writeFile(path.join(folder, 'data'), '');
    const failure = await start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CannotStart);
    expect(failure).toMatchObject({
      message: `The folder ${folder}/data cannot be made or written.`,
      whatToDo: expect.stringContaining('ODOLOG_DATA_DIR') as string,
    });
  });

  test('a database whose password is gone: it is never begun anew', async () => {
    await start();
    await rm(path.join(folder, 'data', 'postgres-password'));
    await expect(startPostgres({ dataDir: path.join(folder, 'data') })).rejects.toMatchObject({
      name: 'CannotStart',
      whatToDo: expect.stringContaining('move the folder away') as string,
    });
    expect(await query('SELECT 1')).toBe(1);
  });

  test('a given port that another program holds', async () => {
    const port = await getPort({ host: '127.0.0.1' });
    const squatter = createServer().listen(port, '127.0.0.1');
    await expect(start({ port })).rejects.toMatchObject({
      name: 'CannotStart',
      message: 'PostgreSQL did not start: its port is taken by another program.',
    });
    squatter.close();
  });
});
