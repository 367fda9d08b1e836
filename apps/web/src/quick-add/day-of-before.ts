/** For so long the next entry is of the same stack of receipts. */
const sessionMs = 10 * 60_000;

let before: { readonly day: string; readonly at: number } | undefined;

/** That an entry was made for a day. Only an earlier one is gone on with. */
export function madeFor(day: string, today: string, at = Date.now()): void {
  before = day < today ? { day, at } : undefined;
}

/** The earlier day that the entry before was made for, if that was a moment ago. */
export function dayOfBefore(at = Date.now()): string | undefined {
  return before && at - before.at <= sessionMs ? before.day : undefined;
}
