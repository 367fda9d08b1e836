import { csvTable, type Table } from '../csv-table.js';

/** A column as the English export calls it, and the other names that it goes by. */
export const columnNames = {
  date: ['datum'],
  odometer: ['km-stand'],
  quantity: ['spritmenge', 'quanitity'],
  'total price': ['kosten', 'price'],
  currency: ['währung'],
  type: ['tankart'],
  fuel: ['kraftstoff'],
  note: ['bemerkung'],
  'l/100km': ['verbrauch', 'consumption'],
  station: ['tankstelle'],
  city: ['ort'],
} as const satisfies Record<string, readonly string[]>;

const numbers = ['odometer', 'quantity', 'total price', 'l/100km'];
const nameOf = new Map(
  Object.entries(columnNames).flatMap(([name, others]) =>
    [name, ...others].map((each) => [each, name] as const),
  ),
);

/**
 * A file of Spritmonitor's under the names of its English columns, with numbers between points. Where it was exported in German,
 * `km` and `l` stand in the header: that export says so.
 * @throws Problem `import-file-torn`, `import-file-empty`, `import-file-too-long`.
 */
export function spritmonitorTable(text: string): Table {
  const { header, rows } = csvTable(text);
  const isGerman = header.includes('km-stand');
  return {
    header: [...header.map((column) => nameOf.get(column) ?? column), ...(isGerman ? ['km', 'l'] : [])],
    rows: rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => readCell(column, cell))),
    })),
  };
}

function readCell(column: string, cell: string): [name: string, cell: string] {
  const name = nameOf.get(column) ?? column;
  return [name, numbers.includes(name) ? pointed(cell) : cell];
}

/** The comma is the point there; a point before three digits parts thousands. */
function pointed(written: string): string {
  const isGrouped = written.includes(',') || /^\d{1,3}(\.\d{3})+$/.test(written);
  return (isGrouped ? written.replaceAll('.', '') : written).replace(',', '.');
}
