import type { Identity, IdentityProvider, Membership } from '@odolog/auth';
import type { Database } from '@odolog/db';
import type { EventStore } from '@odolog/event-store';
import type { Mailer } from '@odolog/mail';
import type { VinCatalogue } from '@odolog/vin';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Cache } from './cache.js';
import type { Config } from './config.js';
import type { Limiter } from './limits/limiter.js';

/** What the process holds open, made once at start. */
export interface Resources {
  readonly config: Config;
  readonly log: Logger;
  readonly redis: Redis | undefined;
  readonly cache: Cache;
  readonly limiter: Limiter;
  readonly db: Database;
  readonly store: EventStore;
  /** As odolog_jobs: what the instance as a whole is like, and the job queue. */
  readonly jobs: Pool | undefined;
  readonly mailer: Mailer;
  readonly identity: IdentityProvider;
  /** @throws Problem `unauthenticated` */
  readonly verifyToken: (token: string) => Promise<Identity>;
  /** Where a person belongs; seconds old at most. */
  readonly membershipsOf: (userId: string) => Promise<readonly Membership[]>;
  readonly vinCatalogue: VinCatalogue;
  readonly close: () => Promise<void>;
}

/** Name by which Nest hands out the resources. */
export const RESOURCES = Symbol('Resources');
