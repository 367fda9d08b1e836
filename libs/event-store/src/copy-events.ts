import type { TenantTransaction } from '@odolog/db';
import { validateAsWritten } from '@odolog/events';
import { CompiledQuery } from 'kysely';
import { sequenceOf } from './append-commands.js';
import { appendOutcome, type AppendResultRow } from './append-result.js';
import { commandRow } from './command-row.js';
import type { AppendOutcome, EventToAppend } from './event.js';

/** How many go in one call. */
const atOnce = 1000;

/**
 * Appends events that were recorded elsewhere to a vehicle, in the transaction at hand and in the order given: as they were
 * written, so that content that is the same has the same hash. The partitions of their years are there, since they come
 * from them.
 */
export async function copyEvents(
  trx: TenantTransaction,
  events: readonly EventToAppend[],
): Promise<AppendOutcome[]> {
  const outcomes: AppendOutcome[] = [];
  for (let from = 0; from < events.length; from += atOnce) {
    const rows = events.slice(from, from + atOnce).map((event) => commandRow(event, validateAsWritten));
    const { text, values } = sequenceOf(rows);
    const answer = await trx.withoutPlugins().executeQuery<AppendResultRow>(CompiledQuery.raw(text, values));
    outcomes.push(...answer.rows.map(appendOutcome));
  }
  return outcomes;
}

/**
 * Closes a vehicle's stream for good, or opens it; either way nobody else appends to it before the transaction ends. To one
 * that is closed every append is answered with `unknown-vehicle`.
 */
export async function setStreamOpen(trx: TenantTransaction, vehicleId: string, open: boolean): Promise<void> {
  await trx.executeQuery(CompiledQuery.raw('SELECT app.set_stream_open($1, $2)', [vehicleId, open]));
}
