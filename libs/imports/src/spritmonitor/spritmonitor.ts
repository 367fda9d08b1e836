import { isCurrency } from '@odolog/units';
import type { EnergyKind } from '@odolog/events';
import type { Cells } from '../cells.js';
import type { ImportFormat } from '../import-format.js';
import { RowRefusal } from '../row-refusal.js';
import type { Settings } from '../settings.js';
import { toldEconomy } from '../told-economy.js';
import { columnNames, spritmonitorTable } from './spritmonitor-table.js';

const needed = ['date', 'odometer', 'quantity', 'total price', 'type'] as const;

/** Spritmonitor's export of fill-ups, in German or English: `total price` is the total, in the currency of its row. */
export const spritmonitor: ImportFormat = {
  name: 'spritmonitor',
  title: 'Spritmonitor, fill-ups',
  columns: needed.map((column) => [column, ...columnNames[column]]),
  table: spritmonitorTable,
  units: (header) =>
    header.includes('km')
      ? { distance: ['km'], volume: ['L'] }
      : { distance: ['km', 'mi'], volume: ['L', 'gal-us', 'gal-uk'] },
  dateColumn: 'date',
  addedColumn: 'date',
  priceColumn: 'total price',
  currencyColumn: 'currency',
  identity: () => ['date', 'odometer', 'quantity', 'total price'],
  draft: (cells, settings) => ({
    type: 'fuel',
    ...cells.odometer('odometer', settings.distanceUnit),
    ...cells.notes('note'),
    data: { ...bought(cells, settings), ...fillOf(cells), ...station(cells) },
  }),
  economy: (cells, { volumeUnit }) => (volumeUnit === 'L' ? toldEconomy(cells, undefined) : undefined),
};

/** By the codes of its fuels; of another one the vehicle's own. */
const energies: ReadonlyMap<string, EnergyKind> = new Map([
  ...['1', '2', '3', '4'].map((code) => [code, 'diesel'] as const),
  ...['6', '7', '8', '9', '16', '18', '20'].map((code) => [code, 'petrol'] as const),
  ['12', 'lpg'],
  ['13', 'cng'],
  ['14', 'cng'],
  ['15', 'e85'],
  ['19', 'electricity'],
]);

function bought(cells: Cells, settings: Settings) {
  const energy = energies.get(cells.text('fuel') ?? '') ?? settings.energy;
  if (energy === 'electricity') throw new RowRefusal('time-missing', 'A charge: the row says no time');
  if (energy === 'cng') throw new RowRefusal('volume-missing', 'Natural gas is counted in kilograms there');
  const value = cells.number('quantity');
  if (!value || !settings.volumeUnit) throw new RowRefusal('volume-missing', 'The row says no volume');
  const said = cells.text('currency');
  const total = cells.money('total price', said ?? settings.currency);
  if (total && !isCurrency(total.currency))
    throw new RowRefusal('currency-missing', `"${total.currency}" is no currency`);
  return { volume: { value, unit: settings.volumeUnit }, ...(total && { total }), energy };
}

/** Full, partial, the first one, and one behind a fill that nobody wrote down. */
function fillOf(cells: Cells): { readonly fill: 'full' | 'partial'; readonly missedPrevious: boolean } {
  const type = cells.text('type');
  if (type === '1' || type === '3') return { fill: 'full', missedPrevious: false };
  if (type === '2') return { fill: 'partial', missedPrevious: false };
  if (type === '0') return { fill: 'full', missedPrevious: true };
  throw new RowRefusal('fill-unreadable', `"${type ?? ''}" is no kind of fill-up`);
}

function station(cells: Cells): { readonly station?: { readonly name: string } } {
  const name = [cells.text('station'), cells.text('city')].filter((part) => part !== undefined).join(', ');
  return name ? { station: { name } } : {};
}
