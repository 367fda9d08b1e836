import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

const longestPauseMs = 2_000;

/** A cache that is away makes answers slower, never wrong: commands fail at once instead of queueing. */
export function openRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  return sayOutages(redis, log);
}

/** A line when it goes and one when it comes back, however often it is tried in between. */
function sayOutages(redis: Redis, log: Logger): Redis {
  let isAway = false;
  redis.on('error', (error: Error) => {
    if (!isAway) log.warn({ err: error }, 'redis is away');
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) log.info('redis is back');
    isAway = false;
  });
  return redis;
}

/**
 * What the bus makes its two connections from, itself never connected. A subscription waits for a Redis that is away and is
 * made again with each connection, where a question would rather fail; it ends with the connection that it was made beside,
 * also while it waits. That Redis is away, the one beside it says.
 */
export function connectionForBus(redis: Redis): Redis {
  const waiting: RedisOptions = {
    enableOfflineQueue: true,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => (redis.status === 'end' ? null : Math.min(attempt * 50, longestPauseMs)),
  };
  const origin = redis.duplicate({ ...waiting, lazyConnect: true });
  origin.duplicate = () => redis.duplicate(waiting).on('error', () => undefined);
  return origin;
}
