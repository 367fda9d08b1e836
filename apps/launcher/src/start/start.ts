import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, startPostgres, type RunningPostgres } from '@odolog/embedded-postgres';
import getPort from 'get-port';
import type { Config } from '../config.js';
import { buildWeb } from './build-web.js';
import { openDataDir, type DataDir } from './data-dir.js';
import { openDatabase, postgresFolder, prepareDatabase, type OpenDatabase } from './open-database.js';
import { reservePort } from './port.js';
import { openProcessLog } from './process-log.js';
import { localUrl, programs, publicUrl } from './programs.js';
import { authSecret, type Origins } from './secrets.js';
import { createShutdown, type Shutdown } from './shutdown.js';
import { supervise, type Program, type Supervised } from './supervise.js';
import { watchPostgres, type WatchOptions } from './watch-postgres.js';

const longestStartMs = 60_000;

/** Runs the whole product until a signal ends it. @throws CannotStart */
export async function start(config: Config): Promise<void> {
  const say = (line: string): void => console.log(line);
  const shutdown = createShutdown(say);
  try {
    await bringUp(config, shutdown, say);
  } catch (error) {
    if (shutdown.signal.aborted) return;
    await shutdown.run();
    throw error;
  }
}

async function bringUp(config: Config, shutdown: Shutdown, say: (line: string) => void): Promise<void> {
  const dataDir = await openDataDir(config.dataDir, publicUrl(config));
  shutdown.add(dataDir.close, dataDir.close);
  const host = await reservePort(config, { wait: dataDir.leftBehind });
  say('Preparing the database and the pages');
  const secret = config.authSecret ?? (await authSecret(dataDir.path));
  const opening = open({ databaseUrl: config.databaseUrl, authSecret: secret }, dataDir, shutdown);
  const [database] = await Promise.all([opening, buildWeb(config.inherited)]);
  // The workspace is built: another start from this clone may go on.
  process.send?.('built');
  if (shutdown.signal.aborted) return;
  if (database.embedded) void keepUp(database.embedded, dataDir, { signal: shutdown.signal, say });

  const wiring = {
    adminUrl: database.adminUrl,
    authSecret: secret,
    host,
    webPort: await freePort(),
    metricsPort: config.metricsPort ?? (await freePort()),
    workerMetricsPort: config.workerMetricsPort ?? (await freePort()),
  };
  const running = programs(config, wiring).map((program) => run(program, dataDir, say));
  shutdown.add(
    () => Promise.all(running.map((process) => process.stop())),
    () => running.forEach((process) => process.kill()),
  );
  await Promise.all(running.map((process) => process.ready));
  await answers(localUrl(config, host), shutdown.signal);
  say(`Metrics: http://127.0.0.1:${wiring.metricsPort}/metrics and :${wiring.workerMetricsPort}/metrics`);
  say(`\nOdolog is ready: ${publicUrl(config)}\n`);
}

/** On loopback, for what only this machine asks. */
const freePort = (): Promise<number> => getPort({ host: '127.0.0.1' });

async function open(
  { databaseUrl, authSecret }: Pick<Config, 'databaseUrl'> & Pick<Origins, 'authSecret'>,
  dataDir: DataDir,
  shutdown: Shutdown,
): Promise<OpenDatabase> {
  const opening = openDatabase(dataDir.path, databaseUrl);
  const server = async (): Promise<RunningPostgres | undefined> =>
    (await opening.catch(() => undefined))?.embedded;
  shutdown.add(
    async () => (await server())?.stop(),
    async () => (await server())?.stop('immediate'),
  );
  const database = await opening;
  await prepareDatabase({ adminUrl: database.adminUrl, authSecret });
  return database;
}

function keepUp(server: RunningPostgres, dataDir: DataDir, options: WatchOptions): Promise<void> {
  const restart = () => startPostgres({ dataDir: postgresFolder(dataDir.path), port: server.port });
  return watchPostgres(server, restart, options);
}

function run(program: Program, dataDir: DataDir, say: (line: string) => void): Supervised {
  const log = openProcessLog(dataDir.logs, program.name, say);
  return supervise(program, { log, say, logFile: path.join(dataDir.logs, `${program.name}.log`) });
}

/** The API says that it is ready, and a page comes through it. @throws CannotStart */
async function answers(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + longestStartMs;
  for (const path of ['/api/ready', '/']) {
    while (!(await succeeds(`${url}${path}`))) {
      signal.throwIfAborted();
      if (Date.now() > deadline) {
        throw new CannotStart(
          `Odolog runs, but ${url}${path} does not answer.`,
          'Look into the logs of the data directory.',
        );
      }
      await sleep(100);
    }
  }
}

async function succeeds(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })).status < 400;
  } catch {
    return false;
  }
}
