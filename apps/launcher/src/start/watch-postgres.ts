import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPostgres } from '@odolog/embedded-postgres';

const everyMs = 1_000;
const longestPauseMs = 30_000;

export interface WatchOptions {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Starts the server again, on its port, when it is found dead. Ends with the signal. */
export async function watchPostgres(
  server: RunningPostgres,
  restart: () => Promise<unknown>,
  { signal, say }: WatchOptions,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    await sleep(Math.min(everyMs * 2 ** failures, longestPauseMs), undefined, { signal }).catch(
      () => undefined,
    );
    if (signal.aborted || (await server.isRunning())) continue;
    say('The database ended: starting it again');
    try {
      await restart();
      failures = 0;
      say('The database is back');
    } catch (error) {
      failures += 1;
      say((error as Error).message);
    }
  }
}
