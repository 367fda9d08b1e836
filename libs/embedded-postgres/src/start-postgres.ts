import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import getPort from 'get-port';
import { openCluster, type Cluster } from './cluster.js';
import { refuseFullDisk } from './disk-space.js';
import { explain } from './explain.js';
import { initialise } from './initialise.js';
import { clearAfterKill, findPostmaster, findReadyPostmaster } from './postmaster.js';

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
  /** True while the server process lives. */
  isRunning(): Promise<boolean>;
  /** `fast` ends sessions and loses nothing; `immediate` is a crash that the next start recovers from. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

const durability = {
  true: { synchronous_commit: 'on', fsync: 'on' },
  false: { synchronous_commit: 'off', fsync: 'off', full_page_writes: 'off' },
} as const;

/** Room for what a recovery writes; below it a server soon dies over its own log. */
const neededToGoOn = 64;

/**
 * Initialises the cluster when there is none, starts it or adopts the running server, and returns a way to it.
 * Safe after a SIGKILL of the server or of whoever started it.
 * @throws CannotStart with words that say what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = await openCluster(path.resolve(options.dataDir));
  const password = await initialise(cluster);
  const running = await findReadyPostmaster(cluster);
  const port = running?.port ?? (await start(cluster, options));
  return {
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    adopted: running !== undefined,
    isRunning: async () => (await findPostmaster(cluster)) !== undefined,
    stop: (mode = 'fast') => stop(cluster, mode),
  };
}

async function start(cluster: Cluster, options: PostgresOptions): Promise<number> {
  const portFile = path.join(cluster.folder, 'port');
  const last = Number(await readFile(portFile, 'utf8').catch(() => ''));
  const port = options.port ?? (await getPort({ host: '127.0.0.1', ...(last ? { port: last } : {}) }));
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
  await clearAfterKill(cluster);
  await refuseFullDisk(cluster.folder, { neededMegabytes: neededToGoOn, to: 'go on' });
  try {
    await cluster.run(path.join(cluster.binaries, 'pg_ctl'), [
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
  await writeFile(portFile, String(port));
  return port;
}

async function stop(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<void> {
  if (!(await findPostmaster(cluster))) return;
  const pgCtl = path.join(cluster.binaries, 'pg_ctl');
  await cluster.run(pgCtl, ['stop', '--wait', `--mode=${mode}`, '--silent', `--pgdata=${cluster.dataDir}`]);
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-12).join('\n');
}
