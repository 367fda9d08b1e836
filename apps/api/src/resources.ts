import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from './config.js';

/** What the process holds open, made once at start. */
export interface Resources {
  readonly config: Config;
  readonly log: Logger;
  readonly redis: Redis | undefined;
  readonly close: () => Promise<void>;
}

/** Name by which Nest hands out the resources. */
export const RESOURCES = Symbol('Resources');
