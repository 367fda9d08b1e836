import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import { redisBusDriver, redisDriver } from 'bentocache/drivers/redis';
import type { Redis, RedisOptions } from 'ioredis';

const maxItems = 20_000;
const longestPauseMs = 2_000;

/** For what is asked with every request and changes seldom. */
export type Cache = ReturnType<typeof createCache>;

/** In this process, and shared by all of them when there is a Redis. Without it, or while it is away, each has its own. */
export function createCache(redis: Redis | undefined) {
  const local = bentostore().useL1Layer(memoryDriver({ maxItems }));
  const store = redis
    ? local
        .useL2Layer(redisDriver({ connection: redis }))
        .useBus(redisBusDriver({ connection: busOptions(redis) }))
    : local;
  return new BentoCache({ default: 'main', prefix: 'odolog', stores: { main: store } });
}

/**
 * The subscription waits for a Redis that is away and is made again with each connection; a question would rather fail.
 * It ends with the connection that it was made beside, also while it waits.
 */
function busOptions(redis: Redis): RedisOptions {
  return {
    ...redis.options,
    enableOfflineQueue: true,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => (redis.status === 'end' ? null : Math.min(attempt * 50, longestPauseMs)),
  };
}
