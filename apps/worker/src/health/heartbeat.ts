import { randomUUID } from 'node:crypto';
import type { Database } from '@odolog/db';
import { beat } from '@odolog/read-models';
import type { Log } from '@odolog/log';

const everyMs = 5000;

/** Says every five seconds that this worker lives. @returns how to stop it */
export function startHeartbeat(db: Database, log: Log): () => void {
  const workerId = randomUUID();
  const once = () =>
    void beat(db, workerId).catch((error: unknown) => log.debug({ err: error }, 'no heartbeat'));
  once();
  const timer = setInterval(once, everyMs);
  return () => clearInterval(timer);
}
