import type { Database } from '@odolog/db';
import type pg from 'pg';
import { appendSequence, openStream } from './append-commands.js';
import { commandRow, type CommandRow } from './command-row.js';
import { commandRows } from './command-rows.js';
import type { AppendOutcome, EventToAppend } from './event.js';
import { GroupAppender } from './group-appender.js';
import { Partitions } from './partitions.js';
import { retrying } from './retry.js';
import { WakeUp } from './wake-up.js';

export interface SequenceOptions {
  /** One refused command undoes all. Default: the others stand. */
  readonly atomic?: boolean;
  /** Looks at the outcomes before they are committed: where it says so, all is undone, and nothing of what they say has happened. */
  readonly undoIf?: (outcomes: readonly AppendOutcome[]) => boolean;
  /** Answers what would happen, and rolls back. */
  readonly dryRun?: boolean;
  /**
   * The version that the vehicle must have before the first of them, checked under its lock: where it has another, all
   * are refused with it. A repetition, whose first event is a duplicate, is answered as before.
   */
  readonly expectedVersion?: number | undefined;
}

export interface EventStore {
  /** Makes a vehicle's stream; once more does nothing. */
  openStream(tenantId: string, vehicleId: string): Promise<void>;
  /** Appends one event, in a batch with others in flight. Answers after the durable commit. */
  append(event: EventToAppend): Promise<AppendOutcome>;
  /** Appends events of one vehicle in one transaction, each seeing those before it; an outcome for each. */
  appendAll(events: readonly EventToAppend[], options?: SequenceOptions): Promise<AppendOutcome[]>;
  /** Stops waking projectors. The database is closed by whoever made it. */
  close(): void;
}

/** @param db connected as odolog_api */
export function createEventStore(db: Database): EventStore {
  const partitions = new Partitions(db.pool);
  const group = new GroupAppender(db.pool, partitions);
  const wakeUp = new WakeUp(db.pool);

  return {
    openStream: (tenantId, vehicleId) => openStream(db.pool, tenantId, vehicleId),

    append: async (event) => {
      const row = commandRow(event);
      await partitions.ensure(row.date);
      const outcome = await group.append(row);
      if (outcome.status === 'appended') wakeUp.soon();
      return outcome;
    },

    appendAll: async (events, options = {}) => {
      if (events.length === 0) return [];
      const rows = await commandRows(events);
      if (options.expectedVersion !== undefined) {
        rows[0] = { ...rows[0]!, expected: options.expectedVersion };
      }
      if (rows.some((row) => row.tenant !== rows[0]!.tenant || row.vehicle !== rows[0]!.vehicle)) {
        throw new TypeError('a sequence belongs to one vehicle');
      }
      const dates = new Set(rows.map((row) => row.date));
      for (const date of dates) await partitions.ensure(date);
      const outcomes = await retrying(
        () => inOneTransaction(db.pool, rows, options),
        async () => {
          for (const date of dates) await partitions.ensureAgain(date);
        },
      );
      if (!options.dryRun) wakeUp.soon();
      return outcomes;
    },

    close: () => wakeUp.stop(),
  };
}

async function inOneTransaction(
  pool: pg.Pool,
  rows: readonly CommandRow[],
  { atomic = false, dryRun = false, undoIf, expectedVersion }: SequenceOptions,
): Promise<AppendOutcome[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query('SELECT app.set_tenant($1)', [rows[0]!.tenant]);
    const outcomes = await appendSequence(client, rows);
    const conflict = expectedVersion !== undefined && outcomes[0]?.status === 'version-conflict';
    const refused = outcomes.some(({ status }) => status !== 'appended' && status !== 'duplicate');
    const undone = dryRun || conflict || (atomic && refused) || undoIf?.(outcomes);
    await client.query(undone ? 'ROLLBACK' : 'COMMIT');
    return conflict ? outcomes.map(() => outcomes[0]!) : outcomes;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}
