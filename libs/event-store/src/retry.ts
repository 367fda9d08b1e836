import { setTimeout as sleep } from 'node:timers/promises';

/** How long an append goes on trying while the database is away, in milliseconds. */
export const appendDeadlineMs = 15_000;

const code = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** The connection is gone or the server restarts: the outcome is unknown, and the event's id makes a repeat safe. */
const connectionLost = (error: unknown): boolean =>
  /^(08|53300|57P0|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(code(error)) ||
  (code(error) === '' && /connection|terminat|timeout/i.test((error as Error).message));

/** Deadlock, serialization failure, or a race of two commands for one id. */
const contended = (error: unknown): boolean => ['40P01', '40001', '23505'].includes(code(error));

/** The year's partition is missing, or has gone since we looked. */
export const partitionMissing = (error: unknown): boolean =>
  code(error) === '23514' && /no partition of relation/.test((error as Error).message);

/** Runs `attempt` until it answers, fails for good, or the deadline has passed. */
export async function retrying<Result>(
  attempt: () => Promise<Result>,
  onPartitionMissing?: () => Promise<void>,
): Promise<Result> {
  const end = Date.now() + appendDeadlineMs;
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      if (onPartitionMissing && partitionMissing(error)) await onPartitionMissing();
      else if (contended(error)) await sleep(Math.random() * 5);
      else if (connectionLost(error)) await sleep(Math.min(500, 20 * 2 ** tries));
      else throw error;
    }
  }
}
