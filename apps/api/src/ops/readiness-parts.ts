import { readMigrations } from '@odolog/migrate';
import { projectionCounts } from '@odolog/read-models';
import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Resources } from '../resources.js';
import type { Part } from './ops.contract.js';

const longestMs = 2_000;
const longestSilenceMs = 30_000;
/** What a worker folds within a minute or so: who is further behind for no fault of an event does not catch up. */
const hopelessLag = 100_000;
const longestWait = '1 hour';

/** A check that is late counts as failed; why it failed is for the log, since anyone may ask. */
async function part({ log }: Resources, check: () => Promise<string | undefined>): Promise<Part> {
  try {
    const late = pause(longestMs, undefined, { ref: false }).then(() => {
      throw new Error(`No answer within ${longestMs} ms`);
    });
    const detail = await Promise.race([check(), late]);
    return { ok: true, ...(detail && { detail }) };
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return { ok: false, detail: error instanceof NotReady ? error.message : 'does not answer' };
  }
}

/** Says in words for the public what is missing. */
class NotReady extends Error {}

export function databasePart(resources: Resources): Promise<Part> {
  return part(resources, async () => {
    await sql`SELECT 1`.execute(resources.db.kysely);
    return undefined;
  });
}

const newestMigration = readMigrations().at(-1)?.number ?? 0;

export function migrationsPart(resources: Resources): Promise<Part> {
  return part(resources, async () => {
    const { rows } = await sql<{ latest: number }>`SELECT app.latest_migration() AS latest`.execute(
      resources.db.kysely,
    );
    const latest = rows[0]?.latest ?? 0;
    if (latest < newestMigration) throw new NotReady(`at ${latest}, this version needs ${newestMigration}`);
    return undefined;
  });
}

/** Sessions and tokens of one process are worth nothing in another that runs with another secret. */
export function signingPart(resources: Resources): Promise<Part> {
  return part(resources, async () => {
    if (await resources.identity.opensSigningKey()) return undefined;
    throw new NotReady('another process of this installation signs tokens with another ODOLOG_AUTH_SECRET');
  });
}

/** The queue answers, and what is due is taken from it. */
export function jobsPart(resources: Resources): Promise<Part> {
  const { jobs } = resources;
  return part(resources, async () => {
    if (!jobs) return 'not watched from here';
    const { rows } = await jobs.query<{ name: string }>(
      `SELECT DISTINCT name FROM pgboss.job
        WHERE state IN ('created', 'retry') AND start_after < now() - $1::interval AND name NOT LIKE '\\_\\_%' ORDER BY name`,
      [longestWait],
    );
    if (rows.length === 0) return undefined;
    throw new NotReady(`due for more than ${longestWait}: ${rows.map(({ name }) => name).join(', ')}`);
  });
}

export function cachePart(resources: Resources): Promise<Part> {
  const { redis } = resources;
  return part(resources, async () => {
    if (!redis) return 'in the process';
    await redis.ping();
    return undefined;
  });
}

/**
 * Read models are ready while a worker is alive and not hopelessly behind. A projector that stands still over an event in one
 * tenant is named, and makes nobody else's pages unready.
 */
export function projectorsPart(resources: Resources): Promise<Part> {
  return part(resources, async () => {
    const { workers, projectors } = await projectionCounts(resources.db);
    const maxLag = Math.max(0, ...projectors.map((projector) => projector.maxLag));
    const behind = `${maxLag} events behind at most`;
    const isAlive = workers.some(({ beatAt }) => Date.now() - beatAt.getTime() < longestSilenceMs);
    if (!isAlive) throw new NotReady(`no worker is alive; ${behind}`);
    const isHopeless = projectors.some(({ failing, maxLag: lag }) => failing === 0 && lag > hopelessLag);
    if (isHopeless) throw new NotReady(behind);
    const still = projectors.filter(({ failing }) => failing > 0).map(({ projector }) => projector);
    return still.length > 0 ? `${behind}; standing still somewhere: ${still.join(', ')}` : behind;
  });
}
