import type { TenantTransaction } from '@odolog/db';
import { verifyStream } from '@odolog/event-store';
import { Problem } from '@odolog/problems';

/**
 * Before a seal: what was altered, or ends too early, must not be vouched for.
 * @throws Problem `history-altered` with `fault`: the first event that was altered, is missing or stands elsewhere
 */
export async function requireUnchanged(trx: TenantTransaction, vehicleId: string): Promise<void> {
  const verdict = await verifyStream(trx, vehicleId);
  if (!verdict || verdict.ok) return;
  const { fault } = verdict;
  throw new Problem('history-altered', { detail: `Event ${fault.version} is ${fault.what}`, fault });
}
