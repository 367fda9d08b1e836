import { csvTable, type Table } from '../csv-table.js';

type Row = Readonly<Record<string, string>>;

/**
 * A file of LubeLogger's as other trackers write theirs: counts with a point and without grouping, `True` as 1, tags between
 * commas, fields of one's own at the end of the notes; amounts as they are. Where its columns are those of a vehicle that is
 * charged, a cell `ischarge` says so. Where its economies say what fuel and distance are
 * counted in, that stands in the header: `l` or `gallons`.
 * @throws Problem `import-file-torn`, `import-file-empty`, `import-file-too-long`.
 */
export function lubeLoggerTable(text: string): Table {
  const { header, rows } = csvTable(text);
  const read = rows.map((row) => ({ ...row, cells: readCells(header, row.cells) }));
  return { header: [...header, ...countedIn(read.map(({ cells }) => cells))], rows: read };
}

const ownField = 'extrafield_';
/** A column of vehicles that are charged, and blank where nobody wrote it down. */
const stateOfCharge = 'endingsoc';
const counts = ['fuelconsumed', 'fueleconomy', 'partquantity'];
const readings = ['odometer', 'initialodometer'];
const switches = ['isfilltofull', 'missedfuelup'];

function readCells(header: readonly string[], written: Row): Row {
  const cells: Record<string, string> = { ...written };
  for (const column of counts) cells[column] = (written[column] ?? '').replace(',', '.');
  for (const column of readings) cells[column] = ungrouped(written[column] ?? '');
  for (const column of switches) cells[column] = written[column]?.toLowerCase() === 'true' ? '1' : '0';
  cells['ischarge'] = header.includes(stateOfCharge) ? '1' : '0';
  cells['tags'] = (written['tags'] ?? '').split(/\s+/).join(',');
  const own = header.filter((column) => column.startsWith(ownField) && written[column]);
  cells['notes'] = [
    ...(written['notes'] ? [written['notes']] : []),
    ...own.map((column) => `${column.slice(ownField.length)}: ${written[column]}`),
  ].join('\n');
  return cells;
}

/** A reading is a whole number there: whatever parts its thousands is no point. */
function ungrouped(written: string): string {
  return /^\d{1,3}([.,'’\s]\d{3})+$/.test(written)
    ? written.replaceAll(/\D/g, '')
    : written.replace(',', '.');
}

/** How far two counts of an economy may lie apart: it is printed with two decimals. */
const tolerance = 0.02;

/**
 * What the economies of full tanks say of the units: litres for 100 km, or miles for a gallon. Whoever writes down litres and reads
 * miles for a gallon finds gallons in the file, which says so nowhere else.
 */
function countedIn(rows: readonly Row[]): string[] {
  const fills = rows
    .filter((row) => Number(row['fuelconsumed']) > 0 && Number(row['odometer']) > 0)
    .toSorted((a, b) => Number(a['odometer']) - Number(b['odometer']));
  const votes = fills.slice(1).map((fill, at) => countedBy(fills[at]!, fill));
  const count = (unit: string) => votes.filter((vote) => vote === unit).length;
  const [litres, gallons] = [count('l'), count('gallons')];
  return litres === gallons ? [] : [litres > gallons ? 'l' : 'gallons'];
}

function countedBy(before: Row, fill: Row): 'l' | 'gallons' | undefined {
  if (before['isfilltofull'] !== '1' || fill['isfilltofull'] !== '1' || fill['missedfuelup'] === '1') return;
  const [told, volume] = [Number(fill['fueleconomy']), Number(fill['fuelconsumed'])];
  const distance = Number(fill['odometer']) - Number(before['odometer']);
  const isTold = (economy: number) => told > 0 && Math.abs(told / economy - 1) < tolerance;
  const [per100, perVolume] = [isTold((volume * 100) / distance), isTold(distance / volume)];
  return per100 === perVolume ? undefined : per100 ? 'l' : 'gallons';
}
