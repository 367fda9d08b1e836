import { setImmediate } from 'node:timers/promises';

/** A few milliseconds of work on rows. */
const atOnce = 100;

/** Lets whoever else has something to do come first. */
export const turn = (): Promise<void> => setImmediate();

/** Whether so many items were gone through that it is the turn of others. */
export const isEndOfSlice = (index: number): boolean => index > 0 && index % atOnce === 0;

/** Carries out work that comes in steps, and lets other requests in between them. */
export async function inSteps<Result>(work: Generator<void, Result, void>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await turn();
  }
}

/** Maps many items, and lets other requests in between. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  map: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (isEndOfSlice(index)) await turn();
    results.push(map(item, index));
  }
  return results;
}
