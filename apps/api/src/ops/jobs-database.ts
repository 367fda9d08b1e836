import { Problem } from '@odolog/problems';
import type { Pool, QueryResultRow } from 'pg';
import type { Resources } from '../resources.js';

/** The connection as odolog_jobs, which alone sees what the instance as a whole is like. @throws Problem `unavailable` */
export function jobsDatabase({ jobs }: Resources): Pool {
  if (!jobs) throw new Problem('unavailable', { detail: 'The job queue is not watched from here' });
  return jobs;
}

export async function rowsOf<Row extends QueryResultRow>(pool: Pool, query: string): Promise<Row[]> {
  return (await pool.query<Row>(query)).rows;
}
