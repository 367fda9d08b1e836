import { CsvError, parse, type Options } from 'csv-parse/sync';
import { fileProblem } from './file-problem.js';

/** A row of a file by the names of its columns, in lower case. */
export interface TableRow {
  /** From 1, the header not counted. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The line as it stands in the file. */
  readonly raw: string;
}

/** A file with a header. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** The file names whether day or month stands first. Its dates stand here year first: what does not is none. */
  readonly datesYearFirst?: boolean;
}

/** A line of a file, cut into its cells. */
export interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
}

/**
 * Reads text that is separated by commas, or by semicolons. A row that does not close its quotes or has other columns than the header is never repaired:
 * the end of the file may be missing.
 * @throws Problem `import-file-torn`, `import-file-empty`, `import-file-too-long`.
 */
export function csvTable(text: string): Table {
  const [first, ...records] = csvRecords(text, { ofOneTable: true });
  if (!first || records.length === 0) throw fileProblem('import-file-empty');
  refuseTornEnd(text, records);
  const header = first.record.map((name) => name.toLowerCase());
  return {
    header,
    rows: records.map(({ record, raw }, index) => ({
      row: index + 1,
      cells: Object.fromEntries(header.map((name, column) => [name, record[column] ?? ''])),
      raw: raw.trimEnd(),
    })),
  };
}

/** The names of the columns by the first line alone, in lower case: enough to know a format by, and never torn. */
export function csvHeader(text: string): string[] {
  return firstLine(text)
    .split(delimiterOf(text))
    .map((name) => name.replaceAll('"', '').trim().toLowerCase());
}

const firstLine = (text: string) => text.split(/\r\n|\n|\r/, 1)[0] ?? '';

/** Where the comma is the point of numbers, semicolons stand between columns: of the two, what parts more of them outside of quotes. */
function delimiterOf(text: string): ',' | ';' {
  const between = firstLine(text).replaceAll(/"[^"]*"/g, '');
  return between.split(';').length > between.split(',').length ? ';' : ',';
}

/**
 * How many records a file may have, headers among them: a fill-up a day makes 18,250 in fifty years. All rows of an import are
 * appended in one transaction, for whose end others of the tenant wait.
 */
export const mostRecords = 20_000;

/**
 * The records of comma-separated text, headers among them.
 * @param ofOneTable all have the same columns
 * @throws Problem `import-file-torn`, `import-file-too-long`.
 */
export function csvRecords(text: string, { ofOneTable }: { readonly ofOneTable: boolean }): ParsedRecord[] {
  const columns = { trim: true, skip_empty_lines: true, relax_column_count: !ofOneTable };
  const delimiter = ofOneTable ? delimiterOf(text) : ',';
  const records = parsed(text, {
    ...columns,
    delimiter,
    // What joined two files may end some lines in another way than the first.
    record_delimiter: ['\r\n', '\n', '\r'],
    raw: true,
    to: mostRecords + 1,
  });
  if (records.length <= mostRecords) return records;
  const detail = `The file has more than ${mostRecords} lines: import it in parts`;
  throw fileProblem('import-file-too-long', detail);
}

function parsed(text: string, options: Options): ParsedRecord[] {
  try {
    return parse(text, options) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    throw fileProblem('import-file-torn', `${tornWords[error.code] ?? 'A row cannot be read'}${line}`);
  }
}

const tornWords: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quoted text is not closed before the file ends',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'A row has more or fewer columns than the header',
  CSV_INVALID_CLOSING_QUOTE: 'Text follows a closing quote',
  INVALID_OPENING_QUOTE: 'A quote stands within an unquoted text',
};

/** Without a line break at its end, a file whose last cell has lost the quotes that all others have was cut there. */
function refuseTornEnd(text: string, records: readonly ParsedRecord[]): void {
  const quoted = ({ raw }: ParsedRecord) => raw.trimEnd().endsWith('"');
  const last = records.at(-1);
  if (/[\r\n]$/.test(text) || records.length < 2 || !last || quoted(last)) return;
  if (records.slice(0, -1).every(quoted)) {
    throw fileProblem(
      'import-file-torn',
      `The last row, ${records.length}, ends in the middle of its last column`,
    );
  }
}
