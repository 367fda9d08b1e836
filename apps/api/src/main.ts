import { pid } from 'node:process';
import { readConfig } from './config.js';
import { createApp } from './create-app.js';
import { listenForMetrics } from './http/metrics.js';
import { createApiLog } from './http/log.js';
import { openResources } from './open-resources.js';

const longestStopMs = 7000;

const config = readConfig();
const log = createApiLog({ level: config.logLevel });
const resources = openResources(config, log);
const app = await createApp(resources);
const metrics =
  config.metricsPort === undefined
    ? undefined
    : await listenForMetrics(config.metricsHost, config.metricsPort);

/** Answers what is under way, closes what is open, and is gone within seconds even when something hangs. */
async function stop(reason: string): Promise<void> {
  log.info({ reason }, 'stopping');
  setTimeout(() => process.exit(1), longestStopMs).unref();
  metrics?.close();
  await app.close();
  await resources.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
// Whoever started this process is gone: it would hold the port of the next start.
process.once('disconnect', () => void stop('disconnect'));

await app.listen({ host: config.host, port: config.port });
log.info({ pid, port: config.port }, 'listening');
process.send?.({ ready: true });
