import { DummyDriver, Transaction } from 'kysely';
import type { Database } from './database.js';
import type { Schema } from './schema.gen.js';

/**
 * The same transaction, whose questions may be asked at once, by `Promise.all`: they leave together and are answered in their order.
 * Kysely has each wait for the answer to the one before, which costs a trip a question.
 */
export function askingAtOnce<Result>(
  { dialect }: Pick<Database, 'dialect'>,
  trx: Transaction<Schema>,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  const inTurn = trx.getExecutor();
  return inTurn.provideConnection((connection) => {
    const executor = inTurn.withConnectionProvider({ provideConnection: (ask) => ask(connection) });
    return work(
      new Transaction<Schema>({ config: { dialect }, dialect, driver: new DummyDriver(), executor }),
    );
  });
}
