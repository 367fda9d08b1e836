import { daysBetween, monthsAfter } from '@odolog/vehicle';

/** What one odometer would have shown on a day. */
interface Reached {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly trueM: number;
}

/** A month that was read in. */
export interface ReadMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly first: Reached;
  readonly last: Reached;
}

/** How far a vehicle was driven in a month. */
export interface MonthDistance {
  readonly distanceM: number;
  /** Known on its first day and at its end; else something was driven before the first reading or after the last. */
  readonly distanceComplete: boolean;
}

/**
 * Metres driven in each month, from its first day to that of the next one. What was driven between two readings counts for
 * as many days on either side of a month's edge as they are away from it; before the first reading and after the last nothing
 * is known, and nothing counted. So all calendar months of a vehicle together add up to what it drove, those without
 * entries among them.
 * @param read the months with valid readings, oldest first
 */
export function monthDistances(
  months: readonly string[],
  read: readonly ReadMonth[],
): Map<string, MonthDistance> {
  const distances = new Map<string, MonthDistance>();
  let next = 0;
  for (const month of months.toSorted()) {
    while (next < read.length && read[next]!.month < month) next += 1;
    const within = read[next]?.month === month ? 1 : 0;
    const firstDay = `${month}-01`;
    const from = reachedBetween(read[next - 1]?.last, read[next]?.first, firstDay);
    const to = reachedBetween(
      read[next + within - 1]?.last,
      read[next + within]?.first,
      monthsAfter(firstDay, 1),
    );
    distances.set(month, { distanceM: to.trueM - from.trueM, distanceComplete: from.known && to.known });
  }
  return distances;
}

function reachedBetween(before: Reached | undefined, after: Reached | undefined, day: string) {
  if (!before || !after) return { trueM: (before ?? after)?.trueM ?? 0, known: after?.day === day };
  const drivenM = after.trueM - before.trueM;
  const sinceM = Math.trunc((drivenM * daysBetween(before.day, day)) / daysBetween(before.day, after.day));
  return { trueM: before.trueM + sinceM, known: true };
}
