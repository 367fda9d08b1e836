import { BentoCache, bentostore } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import { redisBusDriver, redisDriver } from 'bentocache/drivers/redis';
import type { Redis } from 'ioredis';
import { connectionForBus } from './redis.js';

const maxItems = 20_000;

/** For what is asked with every request and changes seldom. */
export type Cache = ReturnType<typeof createCache>;

/** In this process, and shared by all of them when there is a Redis. Without it, or while it is away, each has its own. */
export function createCache(redis: Redis | undefined) {
  const local = bentostore().useL1Layer(memoryDriver({ maxItems }));
  const store = redis
    ? local
        .useL2Layer(redisDriver({ connection: redis }))
        .useBus(redisBusDriver({ connection: connectionForBus(redis) }))
    : local;
  return new BentoCache({ default: 'main', prefix: 'odolog', stores: { main: store } });
}
