export type Cell = string | number | null;

/**
 * A file that spreadsheets read: RFC 4180, with a byte order mark, since some take it for Latin-1 otherwise. A text that a
 * spreadsheet would run as a formula begins with an apostrophe; numbers stay numbers, also negative ones.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${csvLines([head, ...rows])}`;
}

/** Further rows of such a file, for one that is written as it is read. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/** With the wide signs that Japanese spreadsheets take for these. */
const runsAsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = runsAsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
