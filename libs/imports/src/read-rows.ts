import { validateRecording, type Oddity } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { Cells } from './cells.js';
import { csvTable, type TableRow } from './csv-table.js';
import { localDate, ordersAgree, possibleOrders } from './dates.js';
import { fingerprints } from './fingerprint.js';
import type { DraftBody, ImportFormat } from './import-format.js';
import { oldestFirst, placesInDay, type Timeless } from './order-in-day.js';
import { RowRefusal } from './row-refusal.js';
import { refuseUnread, type SaidReading } from './said-readings.js';
import { settle, type Declared, type Settings } from './settings.js';
import type { ToldEconomy } from './told-economy.js';

/** A recording that a row gives: what `POST .../events` would take, and where it stands among those of its day. */
export interface Draft {
  readonly body: DraftBody & { readonly date: string };
  /** Milliseconds after noon, for `decideRecording`. */
  readonly placeInDay: number;
}

/** A row that can be recorded. `raw` is the line as it stands in the file. */
export interface AcceptedRow {
  readonly row: number;
  readonly fingerprint: string;
  readonly draft: Draft;
  readonly raw: string;
  /** What the tracker worked out for it. */
  readonly told?: ToldEconomy | undefined;
  /** What of it does not come in. */
  readonly remark?: Oddity | undefined;
  /** The file's own reading, where a person said another, or that it does not count. */
  readonly inFile?: DraftBody['odometer'] | undefined;
}

/** A row that cannot. */
export interface RefusedRow {
  readonly row: number;
  readonly refused: { readonly code: string; readonly detail: string };
  readonly raw: string;
}

/** What a file holds, and how it was read. */
export interface ReadRows {
  readonly detected: Settings & {
    readonly format: string;
    readonly title: string;
    /** Where rows say their own currency: the declared one is of those that say none. */
    readonly currencyIn?: 'rows';
  };
  /** Those that can be recorded oldest first, then those that cannot in the order of the file. */
  readonly rows: readonly (AcceptedRow | RefusedRow)[];
}

/**
 * Reads every row of a file as a draft of an event, or as refused with its reason. Drafts are valid by the schema of their
 * type; whether they fit the vehicle's history is for the append to say.
 * @throws Problem `import-file-torn`, `import-file-empty`, `import-file-too-long`, `import-declaration-missing`, `import-declaration-contradicted`,
 *   `validation-failed` when a reading is said of a row without one
 */
export function readRows(format: ImportFormat, text: string, declared: Declared): ReadRows {
  const reading = readingRows(format, text, declared);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** How many rows are read in a millisecond or ten: a server attends to others in between. */
const rowsAtOnce = 200;

/** The same in steps, for whoever has others to attend to between them. */
export function* readingRows(
  format: ImportFormat,
  text: string,
  declared: Declared,
): Generator<void, ReadRows, void> {
  const table = format.table?.(text) ?? csvTable(text);
  yield;
  const dates = table.rows.map(({ cells }) => cells[format.dateColumn] ?? '');
  const dateOrders = table.datesYearFirst ? (['ymd'] as const) : possibleOrders(dates);
  const settings = settle(
    {
      units: format.units(table.header),
      hasPrices: table.rows.some(({ cells }) => Number(cells[format.priceColumn]) !== 0),
      dateOrders,
      dateOrdersAgree: ordersAgree(dates, dateOrders),
    },
    declared,
  );
  const names = fingerprints(table, format);
  const { readings = new Map<number, SaidReading>() } = declared;
  const read: (DraftedRow | RefusedRow)[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % rowsAtOnce === 0) yield;
    read.push(rowOf(row, names[index] ?? '', { format, settings, said: readings.get(row.row) }));
  }
  const drafted = read.filter((row): row is DraftedRow => 'body' in row);
  refuseUnread(readings, new Set(drafted.filter(({ body }) => body.odometer).map(({ row }) => row)));
  const accepted = oldestFirst(drafted);
  const places = placesInDay(accepted);
  return {
    detected: {
      format: format.name,
      title: format.title,
      ...settings,
      ...(format.currencyColumn && table.header.includes(format.currencyColumn) && { currencyIn: 'rows' }),
    },
    rows: [
      ...accepted.map(({ body, row, fingerprint, raw, told, remark, inFile }, index) => ({
        row,
        fingerprint,
        draft: { body, placeInDay: places[index] ?? 0 },
        raw,
        told,
        remark,
        inFile,
      })),
      ...read.filter((row): row is RefusedRow => 'refused' in row),
    ],
  };
}

interface DraftedRow extends Timeless, Omit<AcceptedRow, 'draft'> {
  readonly body: Draft['body'];
}

function rowOf(
  { row, cells, raw }: TableRow,
  fingerprint: string,
  { format, settings, said }: { format: ImportFormat; settings: Settings; said: SaidReading | undefined },
): DraftedRow | RefusedRow {
  try {
    const date = localDate(cells[format.dateColumn] ?? '', settings.dateOrder);
    if (!date) throw new RowRefusal('date-unreadable', `"${cells[format.dateColumn] ?? ''}" is not a date`);
    const of = new Cells(cells);
    const written = format.draft(of, settings);
    const body = reread({ date, ...written }, said);
    validateRecording(body);
    return {
      row,
      fingerprint,
      date,
      body,
      odometer: body.odometer?.void ? undefined : body.odometer,
      added: cells[format.addedColumn] ?? '',
      raw,
      told: format.economy?.(of, settings),
      remark: format.remark?.(of, settings),
      inFile: said === undefined ? undefined : written.odometer,
    };
  } catch (error) {
    return { row, refused: refusalOf(error), raw };
  }
}

function reread<Body extends DraftBody>(body: Body, said: SaidReading | undefined): Body {
  if (said === undefined || !body.odometer) return body;
  const odometer = said === 'void' ? { ...body.odometer, void: true } : { ...body.odometer, value: said };
  return { ...body, odometer };
}

function refusalOf(error: unknown): RefusedRow['refused'] {
  if (error instanceof RowRefusal) return { code: error.code, detail: error.detail };
  if (!(error instanceof Problem)) throw error;
  const faults = (error.extras.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
  return { code: error.code, detail: error.extras.detail ?? faults.join('; ') };
}
