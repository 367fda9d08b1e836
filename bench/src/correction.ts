import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createDatabase } from '../../libs/db/dist/index.js';
import { createEventStore, type EventToAppend } from '../../libs/event-store/dist/index.js';
import { foldAll } from '../../libs/testing/dist/index.js';

const corrections = 20;

/**
 * A vehicle with 10,000 fuel-ups and charges: how long from a back-dated correction of one of the oldest until every read
 * model has followed, in milliseconds, the slowest of twenty. Half of them are of charges, which are folded to the end.
 */
export async function benchCorrection(
  apiUrl: string,
  workerUrl: string,
  history: readonly EventToAppend[],
): Promise<{ appendMs: number; everywhereMs: number }> {
  const api = createDatabase({ connectionString: apiUrl, max: 4 });
  const worker = createDatabase({ connectionString: workerUrl, max: 4 });
  const store = createEventStore(api);
  await foldAll(worker);

  const [appends, totals]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < corrections; turn += 1) {
    const wrong = history[100 + turn]!;
    const data = { ...wrong.data, total: { amount: '43.00', currency: 'EUR' } };
    const right = { ...wrong, id: randomUUID(), data, correctsId: wrong.id };
    const began = performance.now();
    const { status } = await store.append(right);
    if (status !== 'appended') throw new Error(`the correction was answered ${status}`);
    appends.push(performance.now() - began);
    await foldAll(worker);
    totals.push(performance.now() - began);
  }
  store.close();
  await api.close();
  await worker.close();
  return { appendMs: Math.max(...appends), everywhereMs: Math.max(...totals) };
}
