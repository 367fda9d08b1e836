import { Problem } from '@odolog/problems';
import type { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/** How often something may be done within a time that begins with the first. */
export interface Limit {
  readonly name: string;
  readonly times: number;
  readonly seconds: number;
}

/**
 * Counts together in all processes when there is a Redis. While it is away each counts for itself: limits become wider,
 * and nobody is refused for it.
 */
export class Limiter {
  private readonly counters = new Map<string, RateLimiterAbstract>();

  constructor(private readonly redis: Redis | undefined) {}

  /**
   * Counts once more for this subject.
   *
   * @throws Problem `rate-limited` when that is too often
   */
  async take(limit: Limit, subject: string): Promise<void> {
    try {
      await this.counterOf(limit).consume(keyOf(subject));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new Problem('rate-limited', {
        retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
      });
    }
  }

  /**
   * Counts once more for this subject, and refuses nothing.
   *
   * @returns how often it has been counted by now
   */
  async count(limit: Limit, subject: string): Promise<number> {
    return (await this.counterOf(limit).penalty(keyOf(subject))).consumedPoints;
  }

  /** Takes one count back: what was counted turned out to be harmless. */
  async giveBack(limit: Limit, subject: string): Promise<void> {
    await this.counterOf(limit).reward(keyOf(subject));
  }

  private counterOf(limit: Limit): RateLimiterAbstract {
    const known = this.counters.get(limit.name);
    if (known) return known;
    const options = { keyPrefix: `odolog:limit:${limit.name}`, points: limit.times, duration: limit.seconds };
    const alone = new RateLimiterMemory(options);
    const counter = this.redis
      ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: alone })
      : alone;
    this.counters.set(limit.name, counter);
    return counter;
  }
}

/** Subjects are people's addresses, too: what counts them need not know them. */
function keyOf(subject: string): string {
  return createHash('sha256').update(subject).digest('base64url');
}
