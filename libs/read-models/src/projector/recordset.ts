import { sql, type RawBuilder } from 'kysely';

/** Rows as one parameter, for `jsonb_to_recordset`: a batch is one statement whatever its size. */
export function recordset(rows: readonly object[]): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`;
}
