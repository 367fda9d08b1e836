import { createDatabase } from '@odolog/db';
import { createMailer } from '@odolog/mail';
import { createLog } from '@odolog/log';
import { projectors } from '@odolog/read-models';
import { readConfig } from './config.js';
import { listenForHealth } from './health/health-server.js';
import { startHeartbeat } from './health/heartbeat.js';
import { WorkerMetrics } from './health/worker-metrics.js';
import { JobQueue } from './jobs/job-queue.js';
import { jobs } from './jobs/jobs.js';
import { ProjectionLoop } from './projections/projection-loop.js';
import { projectionSession } from './projections/projection-session.js';
import { WakeUps } from './projections/wake-ups.js';

const longestStopMs = 7000;

const config = readConfig();
const log = createLog({ process: 'worker', level: config.logLevel });
const worker = createDatabase({
  connectionString: projectionSession(config.workerDatabaseUrl),
  // beside the lanes: the look for work, the heartbeat and a scrape
  max: config.lanes + 3,
  applicationName: 'odolog-worker',
});
const maintenance = createDatabase({
  connectionString: config.jobsDatabaseUrl,
  max: 2,
  applicationName: 'odolog-worker-maintenance',
});
const metrics = new WorkerMetrics(worker);
const loop = new ProjectionLoop({
  db: worker,
  projectors,
  log,
  lanes: config.lanes,
  onTurn: (work, turn, seconds) => metrics.turn(work, turn, seconds),
});
const wakeUps = new WakeUps(config.workerDatabaseUrl, () => loop.wake(), log);
const queue = new JobQueue(config.jobsDatabaseUrl, jobs, {
  jobs: maintenance,
  worker,
  log,
  now: () => new Date(),
  mailer: createMailer(config.mail),
  publicUrl: config.publicUrl,
});
const health =
  config.metricsPort === undefined
    ? undefined
    : await listenForHealth({ host: config.metricsHost, port: config.metricsPort }, worker, metrics);

loop.start();
wakeUps.start();
const stopHeartbeat = startHeartbeat(worker, log);
void queue.start();

/** Commits what is under way, and is gone within seconds even when something hangs. */
async function stop(reason: string): Promise<void> {
  log.info({ reason }, 'stopping');
  setTimeout(() => process.exit(1), longestStopMs).unref();
  stopHeartbeat();
  health?.close();
  await Promise.allSettled([loop.stop(), wakeUps.stop(), queue.stop()]);
  await Promise.allSettled([worker.close(), maintenance.close()]);
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
// Whoever started this process is gone: a second worker would be started beside it.
process.once('disconnect', () => void stop('disconnect'));

log.info({ projectors: projectors.map(({ name }) => name), lanes: config.lanes }, 'projecting');
process.send?.({ ready: true });
