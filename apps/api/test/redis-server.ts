import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { config } from './config.js';
import { freePort } from './free-port.js';

/** A real Redis for one test file. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

const program = config.path
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'redis-server'))
  .find(isExecutable);

/** Whether Redis can be tested here. Where it cannot, the tests are named as skipped; in CI they fail. */
export const hasRedis = config.isCi || config.redisUrl !== undefined || program !== undefined;

/** Whether it is ours to stop. */
export const isRedisOurs = program !== undefined;

/** Uses the Redis of REDIS_URL, which the test cannot stop, or starts one that keeps nothing, on a port if that matters. */
export async function startRedis(at?: number): Promise<RedisServer> {
  if (!program) {
    if (!config.redisUrl) throw new Error('Neither REDIS_URL nor redis-server on the path');
    const port = Number(new URL(config.redisUrl).port || 6379);
    return { url: config.redisUrl, port, stop: async () => undefined };
  }
  const port = at ?? (await freePort());
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, options, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await answering(url);
  return {
    url,
    port,
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}

async function answering(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null });
  client.on('error', () => undefined);
  for (let left = 100; ; left -= 1) {
    try {
      await client.connect();
      break;
    } catch (error) {
      if (left === 0) throw error;
      await pause(50);
    }
  }
  client.disconnect();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
