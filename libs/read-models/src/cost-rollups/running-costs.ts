import { sql } from 'kysely';

/** What it costs to have the vehicle is apart from what it costs to run it. */
export const isRunningCost = sql`category NOT IN ('purchase', 'sale', 'finance')`;
