/**
 * What a meter shows on a day: the latest valid reading by date, never the largest, and none that is dated later.
 * @param today YYYY-MM-DD in the vehicle's zone
 */
export function readingInForce<Reading extends { readonly date: string; readonly void: boolean }>(
  newestFirst: readonly Reading[],
  today: string,
): Reading | null {
  return newestFirst.find((reading) => !reading.void && reading.date <= today) ?? null;
}
