import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Resources } from './resources.js';

/** Opens everything that the process needs. Connections are made when they are first used. */
export async function openResources(config: Config, log: Logger): Promise<Resources> {
  const redis = config.redisUrl ? openRedis(config.redisUrl, log) : undefined;
  return {
    config,
    log,
    redis,
    close: async () => {
      redis?.disconnect();
    },
  };
}

/** A cache that is away makes answers slower, never wrong: commands fail at once instead of queueing. */
function openRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  redis.on('error', (error: Error) => log.warn({ err: error }, 'redis'));
  return redis;
}
