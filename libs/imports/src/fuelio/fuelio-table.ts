import { csvRecords, type Table, type TableRow } from '../csv-table.js';
import { localDate, type DateOrder } from '../dates.js';
import { fileProblem } from '../file-problem.js';

/** A part of the file: a line such as `"## Log"`, a header, and rows. */
interface Section {
  readonly rows: readonly SectionRow[];
  readonly header: readonly string[];
}

interface SectionRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly raw: string;
}

const distanceUnits = ['km', 'mi'];
const volumeUnits = ['l', 'gal-us', 'gal-uk'];
const unknown = 'unknown';

/**
 * Fuelio's file as one table: the fill-ups of `Log` and the rows of `Costs`, in its order. A cell `section` says of which; dates
 * have their year first, stations and categories their names, and the units of the vehicle stand in the header.
 * @throws Problem `import-file-torn`, `import-file-empty`.
 */
export function fuelioTable(text: string): Table {
  const sections = sectionsOf(text);
  const vehicle = sections.get('vehicle')?.rows[0]?.cells ?? {};
  const order = dateOrderOf(vehicle['importcsvdateformat']);
  const stations = namesIn(sections.get('favstations'), 'stationid', 'namebrand');
  const categories = namesIn(sections.get('costcategories'), 'costtypeid', 'name');
  const fills = (sections.get('log')?.rows ?? []).map(({ cells, raw }) => ({
    raw,
    cells: {
      ...cells,
      section: 'log',
      date: yearFirst(cells['data'] ?? cells['date'] ?? '', order),
      station: stations.get(cells['stationid'] ?? '') ?? '',
      ...ofTank(cells['tanknumber'], vehicle),
      // the vehicle says what its tanks hold where the fill does not
      fueltype: codeOf(cells['fueltype']) ?? vehicle[`tank${cells['tanknumber'] === '2' ? 2 : 1}type`] ?? '',
    },
  }));
  const costs = (sections.get('costs')?.rows ?? []).map(({ cells, raw }) => ({
    raw,
    cells: {
      ...cells,
      section: 'costs',
      date: yearFirst(cells['date'] ?? '', order),
      price: cells['cost'] ?? '',
      category: categories.get(cells['costtypeid'] ?? '') ?? '',
    },
  }));
  const rows = [...fills, ...costs].map((row, index): TableRow => ({ row: index + 1, ...row }));
  if (rows.length === 0) throw fileProblem('import-file-empty');
  return {
    rows,
    datesYearFirst: order !== 'ymd',
    header: [
      distanceUnits[Number(vehicle['distunit'])] ?? 'km or mi',
      volumeUnits[Number(vehicle['fuelunit'])] ?? 'l or gal',
    ],
  };
}

/** Sections whose rows become events: what is wrong there is never guessed at. Of the others only names are read. */
const recorded = ['log', 'costs'];

function sectionsOf(text: string): Map<string, Section> {
  const sections = new Map<string, { header: string[]; rows: SectionRow[] }>();
  let current: { name: string; header: string[]; rows: SectionRow[] } | undefined;
  for (const { record, raw } of csvRecords(text, { ofOneTable: false })) {
    const [first = ''] = record;
    // a cost may be called so, too: a heading stands alone
    if (record.length === 1 && first.startsWith('## ')) {
      current = { name: first.slice(3).toLowerCase(), header: [], rows: [] };
      if (sections.has(current.name))
        throw fileProblem('import-file-torn', `There are two sections ${first}`);
      sections.set(current.name, current);
    } else if (current?.header.length === 0) current.header.push(...record.map(columnName));
    else if (current) {
      if (recorded.includes(current.name) && record.length !== current.header.length) throw tornRow(raw);
      current.rows.push(rowOf(current.header, record, raw));
    }
  }
  return sections;
}

function tornRow(raw: string): Error {
  const detail = `A row has more or fewer columns than its header: ${raw.trimEnd()}`;
  return fileProblem('import-file-torn', detail);
}

function rowOf(header: readonly string[], record: readonly string[], raw: string): SectionRow {
  return {
    raw: raw.trimEnd(),
    cells: Object.fromEntries(header.map((name, column) => [name, record[column] ?? ''])),
  };
}

/** `Odo (mi)` and `Price (optional)` are `odo` and `price`. */
function columnName(written: string): string {
  return written.replace(/\s*\(.*\)$/, '').toLowerCase();
}

function namesIn(section: Section | undefined, id: string, name: string): Map<string, string> {
  return new Map((section?.rows ?? []).map(({ cells }) => [cells[id] ?? '', cells[name] ?? '']));
}

/** The second tank has units of its own, of which the header of the fills says nothing. Files from before have none. */
function ofTank(tank: string | undefined, vehicle: SectionRow['cells']) {
  const { consumptionunit = '', fuelunittank2: unit } = vehicle;
  if (tank !== '2' || !unit) return { consumptionunit };
  const told = vehicle['fuelconsumptiontank2'] === consumptionunit;
  return {
    volumeunit: volumeUnits[Number(unit)] ?? unknown,
    consumptionunit: told ? consumptionunit : unknown,
  };
}

/** None is written as nothing, zero or less. */
function codeOf(written = ''): string | undefined {
  return Number(written) > 0 ? written : undefined;
}

const orders: Readonly<Record<string, DateOrder>> = { y: 'ymd', d: 'dmy', m: 'mdy' };

function dateOrderOf(format = ''): DateOrder {
  return orders[format.trim().charAt(0).toLowerCase()] ?? 'ymd';
}

/** With the time behind it, by which the rows of a day are in order; what is no date stays as it is. */
function yearFirst(written: string, order: DateOrder): string {
  const date = localDate(written, order);
  return date ? [date, ...written.split(' ').slice(1)].join(' ') : written;
}
