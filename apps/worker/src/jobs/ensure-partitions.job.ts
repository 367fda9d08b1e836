import { sql } from 'kysely';
import Type from 'typebox';
import { defineJob } from './job.js';

const yearsAhead = 2;

/**
 * Every event must find its year: this one and the two after it, long before they begin. What is this year in a month counts already:
 * else one would be missing from New Year to the next run.
 */
export const ensurePartitions = defineJob({
  name: 'ensure-partitions',
  title: 'Make the partitions of the years to come',
  payload: Type.Object({}, { additionalProperties: false }),
  schedule: '30 3 1 * *',
  atStart: true,
  run: async ({ jobs, now }) => {
    const today = now();
    const inAMonth = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1));
    const made: number[] = [];
    for (let year = today.getUTCFullYear(); year <= inAMonth.getUTCFullYear() + yearsAhead; year += 1) {
      const { rows } = await sql<{ made: boolean }>`
        SELECT app.ensure_partition(make_date(${year}, 1, 1)) AS made`.execute(jobs.kysely);
      if (rows[0]?.made) made.push(year);
    }
    return { made };
  },
});
