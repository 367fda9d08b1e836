/** Rows of one shape as one text. */
export type Columns<Row> = string & { readonly rows?: Row };

/**
 * Rows on their way into a page. What a client component is given stands in the document, and React walks through every
 * value of it three times; a text it takes as it is. Each key is written once, and once what all rows have in common.
 *
 * @param rows values of JSON, all with the same keys
 */
export function inColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const [first] = rows;
  if (!first) return JSON.stringify([0, {}]);
  const columns = (Object.keys(first) as (keyof Row & string)[]).map((key) => {
    const column = rows.map((row) => row[key]);
    const shared = JSON.stringify(column[0]);
    return [key, column.every((value) => JSON.stringify(value) === shared) ? [column[0]] : column];
  });
  return JSON.stringify([rows.length, Object.fromEntries(columns)]);
}

/** What `inColumns` was given. What rows have in common is one value, and the same for all. */
export function fromColumns<Row extends object>(text: Columns<Row>): Row[] {
  const [length, columns] = JSON.parse(text) as [number, Record<string, unknown[]>];
  const entries = Object.entries(columns);
  return Array.from(
    { length },
    (_, at) =>
      Object.fromEntries(entries.map(([key, column]) => [key, column[column.length === 1 ? 0 : at]])) as Row,
  );
}
