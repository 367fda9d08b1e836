import { sql, type RawBuilder } from 'kysely';

/**
 * The right side of a comparison with ids. Of one it is an equality: how many rows a list of unknown length finds the planner
 * overestimates, and would plan each question about one vehicle anew.
 */
export function isAmong(ids: readonly string[]): RawBuilder<unknown> {
  return ids.length === 1 ? sql`= ${ids[0]}` : sql`= ANY (${ids})`;
}
