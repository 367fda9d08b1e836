/** What the order of readings is about. */
interface Read {
  readonly odometerM: number | null;
  /** A void reading is in nobody's way. */
  readonly odometer: { readonly void?: boolean } | null;
}

/**
 * Events that are oldest first, but last those whose readings do not belong to the largest part that ascends. Appended in this
 * order, a mistyped reading finds both its neighbours and is refused alone, not everything that comes after it.
 */
export function unlikelyLast<Event extends Read>(events: readonly Event[]): Event[] {
  const counted = events.filter(({ odometerM, odometer }) => odometerM !== null && !odometer?.void);
  const ascent = largestAscent(counted.map(({ odometerM }) => odometerM ?? 0));
  const unlikely = new Set(counted);
  for (const at of ascent) unlikely.delete(counted[at]!);
  return [...events.filter((event) => !unlikely.has(event)), ...unlikely];
}

/** The longest part of numbers that never falls, as their indices; of several the one that ends lowest: slips add digits. */
function largestAscent(values: readonly number[]): number[] {
  /** For each length, where the lowest end of an ascent of that length stands; and of each value, the one before it. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, at) => {
    const length = firstAbove(value, ends, values);
    before.push(ends[length - 1]);
    ends[length] = at;
  });
  const ascent: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) ascent.push(at);
  return ascent;
}

/** By halves: the ends ascend. */
function firstAbove(value: number, ends: readonly number[], values: readonly number[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
