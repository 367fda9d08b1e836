import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import getPort from 'get-port';
import { findBinaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import { runnerFor, serverAccount, type Account, type Run } from './run-as.js';

export interface PostgresOptions {
  /** Holds the cluster, its password and its log. Made when it is missing; survives restarts. */
  readonly dataDir: string;
  /** Default: the port that the cluster used last if it is free, else any free one. */
  readonly port?: number;
  /** False gives up crash safety for speed: for tests that need none. Default true. */
  readonly durable?: boolean;
  /** Settings of postgresql.conf that win over ours. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

export interface RunningPostgres {
  /** A superuser's connection string, over loopback. */
  readonly adminUrl: string;
  readonly port: number;
  /** True when a server on this data directory was running already. */
  readonly adopted: boolean;
  /** True while the postmaster answers `pg_ctl status`. */
  isRunning(): Promise<boolean>;
  /** Fast shutdown: sessions are ended, nothing is lost. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly dataDir: string;
  readonly logFile: string;
  readonly run: Run;
  readonly account: Account | undefined;
}

const megabyte = 1024 * 1024;
/** A fresh cluster with its first write-ahead segments takes about 60 MB. */
const neededMegabytes = 200;

const durability = {
  true: { synchronous_commit: 'on', fsync: 'on' },
  false: { synchronous_commit: 'off', fsync: 'off', full_page_writes: 'off' },
} as const;

/**
 * Initialises the cluster when there is none, starts it or adopts the running server, and returns a way to it.
 * Safe after a SIGKILL of the server or of whoever started it.
 * @throws CannotStart with words that say what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = await prepareFolder(path.resolve(options.dataDir));
  const password = await initialise(cluster);
  const running = (await isRunning(cluster)) ? await runningPort(cluster) : undefined;
  const port = running ?? (await start(cluster, options));
  return {
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    adopted: running !== undefined,
    isRunning: () => isRunning(cluster),
    stop: () => stop(cluster),
  };
}

async function prepareFolder(folder: string): Promise<Cluster> {
  const account = serverAccount();
  const dataDir = path.join(folder, 'cluster');
  try {
    await mkdir(folder, { recursive: true });
    if (account) {
      await chmod(folder, 0o711);
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      await chown(dataDir, account.uid, account.gid);
    }
  } catch (cause) {
    throw new CannotStart(
      `The folder ${folder} cannot be made or written.`,
      'Choose a writable place with ODOLOG_DATA_DIR, or change the owner of that folder.',
      { cause },
    );
  }
  const run = runnerFor(account, account ? [findBinaries(), dataDir] : []);
  return { folder, dataDir, logFile: path.join(dataDir, 'server.log'), run, account };
}

/**
 * Makes the cluster once; returns the superuser's password, kept beside it readable by its owner only. The password
 * is written last, so that an initialisation that was killed is begun again.
 */
async function initialise(cluster: Cluster): Promise<string> {
  const passwordFile = path.join(cluster.folder, 'postgres-password');
  const known = await readFile(passwordFile, 'utf8').catch(() => undefined);
  if (known) return known;

  await refuseFullDisk(cluster.folder);
  await clearUnfinished(cluster);
  const password = randomBytes(24).toString('base64url');
  const forInitdb = path.join(cluster.folder, `initdb-${process.pid}`);
  await writeFile(forInitdb, password, { mode: 0o600 });
  if (cluster.account) await chown(forInitdb, cluster.account.uid, cluster.account.gid);
  try {
    await cluster.run(path.join(findBinaries(), 'initdb'), [
      `--pgdata=${cluster.dataDir}`,
      '--username=postgres',
      `--pwfile=${forInitdb}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ]);
  } catch (cause) {
    await clearUnfinished(cluster);
    throw explain('PostgreSQL could not initialise its data directory', cause, cluster);
  } finally {
    await rm(forInitdb, { force: true });
  }
  await writeFile(passwordFile, password, { mode: 0o600 });
  return password;
}

/** An initdb that was killed leaves a folder that neither starts nor can be initialised; it holds no data yet. */
async function clearUnfinished(cluster: Cluster): Promise<void> {
  await rm(cluster.dataDir, { recursive: true, force: true });
  await mkdir(cluster.dataDir, { recursive: true, mode: 0o700 });
  if (cluster.account) await chown(cluster.dataDir, cluster.account.uid, cluster.account.gid);
}

async function refuseFullDisk(folder: string): Promise<void> {
  const disk = await statfs(folder);
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / megabyte);
  if (freeMegabytes >= neededMegabytes) return;
  throw new CannotStart(
    `Only ${freeMegabytes} MB are free on the disk of ${folder}; the database needs ${neededMegabytes} MB to begin.`,
    'Free some space, or choose another disk with ODOLOG_DATA_DIR.',
  );
}

async function start(cluster: Cluster, options: PostgresOptions): Promise<number> {
  const last = Number(await readFile(path.join(cluster.folder, 'port'), 'utf8').catch(() => ''));
  const port =
    options.port ?? (await getPort(last ? { port: last, host: '127.0.0.1' } : { host: '127.0.0.1' }));
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    ...durability[`${options.durable ?? true}`],
    ...options.settings,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  try {
    await cluster.run(path.join(findBinaries(), 'pg_ctl'), [
      'start',
      '--wait',
      '--timeout=60',
      '--silent',
      `--pgdata=${cluster.dataDir}`,
      `--log=${cluster.logFile}`,
      `--options=${flags.join(' ')}`,
    ]);
  } catch (cause) {
    throw explain('PostgreSQL did not start', cause, cluster, await lastLines(cluster.logFile));
  }
  await writeFile(path.join(cluster.folder, 'port'), String(port));
  return port;
}

async function stop(cluster: Cluster): Promise<void> {
  if (!(await isRunning(cluster))) return;
  const pgCtl = path.join(findBinaries(), 'pg_ctl');
  await cluster.run(pgCtl, ['stop', '--wait', '--mode=fast', '--silent', `--pgdata=${cluster.dataDir}`]);
}

/** A stale postmaster.pid of a killed server counts as not running: `pg_ctl` looks whether the process lives. */
async function isRunning(cluster: Cluster): Promise<boolean> {
  try {
    await cluster.run(path.join(findBinaries(), 'pg_ctl'), ['status', `--pgdata=${cluster.dataDir}`]);
    return true;
  } catch {
    return false;
  }
}

/** The fourth line of postmaster.pid is the port that the running server listens on. */
async function runningPort(cluster: Cluster): Promise<number> {
  const lines = (await readFile(path.join(cluster.dataDir, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
}

function explain(what: string, cause: unknown, cluster: Cluster, log = ''): CannotStart {
  const output = `${(cause as { stderr?: string }).stderr ?? ''}\n${log}`.trim();
  if (/No space left on device/.test(output)) {
    return new CannotStart(
      `${what}: the disk is full.`,
      'Free some space, or choose another disk with ODOLOG_DATA_DIR.',
      { cause },
    );
  }
  if (/Address already in use|could not bind/.test(output)) {
    return new CannotStart(
      `${what}: its port is taken by another program.`,
      'Start again: another free port is chosen.',
      { cause },
    );
  }
  if (/Permission denied/.test(output)) {
    return new CannotStart(
      `${what}: ${cluster.dataDir} is closed to it.`,
      `Give that folder to ${cluster.account?.name ?? 'the user who starts Odolog'}, or choose another with ODOLOG_DATA_DIR.`,
      { cause },
    );
  }
  return new CannotStart(`${what}:\n${output}`, `Look into ${cluster.logFile}.`, { cause });
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-12).join('\n');
}
