import { sql } from 'kysely';

/** What it costs to have the vehicle is apart from what it costs to run it. */
const havingIt = ['purchase', 'sale', 'finance'];

export const isRunningCost = sql`category <> ALL (${sql.lit(`{${havingIt.join()}}`)}::text[])`;

/** The same of one category. */
export function isRunningCategory(category: string): boolean {
  return !havingIt.includes(category);
}
