import type { DistanceUnit, Money, VolumeUnit } from '@odolog/units';
import { noMoney, type Cells } from '../cells.js';
import type { DraftBody, ImportFormat } from '../import-format.js';
import { RowRefusal } from '../row-refusal.js';
import type { Settings } from '../settings.js';
import { categoryOf, workOf } from '../words-for-work.js';
import { amountIn } from './amount-in.js';
import { lubeLoggerTable } from './lubelogger-table.js';

/** What all exports of LubeLogger have: dates and amounts of the server's locale, no unit and no currency, nothing of when a row was written. */
const lubeLogger = {
  table: lubeLoggerTable,
  units: () => ({ distance: ['km', 'mi'] as DistanceUnit[], volume: [] as VolumeUnit[] }),
  dateColumn: 'date',
  addedColumn: 'date',
  priceColumn: 'cost',
} as const;

/** What was paid; nothing where it is blank or zero. @param read an amount as its column is written, as a decimal text */
function paid(
  cells: Cells,
  currency: string | null,
  read = (text: string, of: string) => amountIn(text, of),
): Money | undefined {
  const written = cells.text('cost');
  if (written === undefined || !currency) return undefined;
  const amount = read(written, currency);
  if (!/^-?\d+(\.\d+)?$/.test(amount))
    throw new RowRefusal('number-unreadable', `cost: "${written}" is not an amount`);
  return Number(amount) === 0 ? undefined : { amount, currency };
}

/** Fill-ups. `cost` is the total, without the sign of a currency and without grouping. */
export const lubeLoggerFuel: ImportFormat = {
  ...lubeLogger,
  name: 'lubelogger-fuel',
  title: 'LubeLogger, fuel',
  columns: ['date', 'odometer', 'fuelconsumed', 'cost', 'isfilltofull', 'missedfuelup'],
  units: (header) =>
    header.includes('l')
      ? { distance: ['km'], volume: ['L'] }
      : header.includes('gallons')
        ? { distance: ['mi'], volume: ['gal-us', 'gal-uk'] }
        : { distance: ['km', 'mi'], volume: ['L', 'gal-us', 'gal-uk'] },
  identity: () => ['date', 'odometer', 'fuelconsumed', 'cost'],
  draft: (cells, settings) => ({
    type: 'fuel',
    ...cells.odometer('odometer', settings.distanceUnit),
    ...cells.notes('notes'),
    data: {
      ...bought(cells, settings),
      energy: settings.energy,
      fill: cells.flag('isfilltofull') ? 'full' : 'partial',
      missedPrevious: cells.flag('missedfuelup'),
      ...cells.tags('tags'),
    },
  }),
};

function bought(cells: Cells, { volumeUnit, currency }: Settings) {
  // of a vehicle that is charged it writes what was used on the way, not what was charged
  if (cells.flag('ischarge'))
    throw new RowRefusal('charge-not-told', 'A charge: the file does not say how much was charged');
  const value = cells.number('fuelconsumed');
  if (!value || !volumeUnit) throw new RowRefusal('volume-missing', 'The row says no volume');
  const total = paid(cells, currency, (text) => text.replace(',', '.'));
  return { volume: { value, unit: volumeUnit }, ...(total && { total }) };
}

/** Services, repairs and upgrades, a file each, of which none says what it is. */
export const lubeLoggerWork: ImportFormat = {
  ...lubeLogger,
  name: 'lubelogger-work',
  title: 'LubeLogger, services, repairs and upgrades',
  columns: ['date', 'description', 'cost', 'notes', 'odometer', 'tags'],
  identity: () => ['date', 'odometer', 'description', 'cost'],
  draft: (cells, settings) => {
    const total = paid(cells, settings.currency);
    return {
      type: 'maintenance',
      ...cells.odometer('odometer', settings.distanceUnit),
      ...cells.notes('notes'),
      data: { items: [workOf(cells.text('description'))], ...(total && { total }), ...cells.tags('tags') },
    };
  },
};

/** Readings for their own sake. */
export const lubeLoggerOdometer: ImportFormat = {
  ...lubeLogger,
  name: 'lubelogger-odometer',
  title: 'LubeLogger, odometer',
  columns: ['date', 'initialodometer', 'odometer', 'notes', 'tags'],
  identity: () => ['date', 'odometer'],
  draft: (cells, { distanceUnit }) => {
    // an option of its own: beside each record with a reading, one of the reading alone
    if (cells.text('notes')?.startsWith('Auto Insert From '))
      throw new RowRefusal(
        'told-elsewhere',
        'LubeLogger added it to another record, which tells the reading',
      );
    const { odometer } = cells.odometer('odometer', distanceUnit);
    if (!odometer) throw new RowRefusal('reading-missing', 'The row says no reading');
    return { type: 'odometer', odometer, ...cells.notes('notes'), data: {} };
  },
};

/** Taxes and fees. */
export const lubeLoggerTax: ImportFormat = {
  ...lubeLogger,
  name: 'lubelogger-tax',
  title: 'LubeLogger, taxes',
  columns: ['date', 'description', 'notes', 'cost', 'tags'],
  identity: () => ['date', 'description', 'cost'],
  draft: (cells, settings) => {
    const description = cells.text('description');
    return {
      ...spent(cells, settings, { category: categoryOf(description) ?? 'tax', description }),
      ...cells.notes('notes'),
    };
  },
};

/** Parts and what else was bought for the vehicle. */
export const lubeLoggerSupply: ImportFormat = {
  ...lubeLogger,
  name: 'lubelogger-supply',
  title: 'LubeLogger, supplies',
  columns: ['date', 'partnumber', 'partsupplier', 'partquantity', 'description', 'cost'],
  identity: () => ['date', 'partnumber', 'description', 'cost'],
  draft: (cells, settings) => {
    const notes = [...labelled(cells), cells.text('notes')].filter((line) => line !== undefined).join('\n');
    return {
      ...spent(cells, settings, { category: 'accessories', description: cells.text('description') }),
      ...(notes && { notes }),
    };
  },
};

/** What an expense has no field for. */
function labelled(cells: Cells): string[] {
  const columns = { 'Part number': 'partnumber', Supplier: 'partsupplier', Quantity: 'partquantity' };
  return Object.entries(columns).flatMap(([label, column]) => {
    const value = cells.text(column);
    return value === undefined ? [] : [`${label}: ${value}`];
  });
}

function spent(
  cells: Cells,
  { currency }: Settings,
  { category, description }: { readonly category: string; readonly description: string | undefined },
): Pick<DraftBody, 'type' | 'data'> {
  const total = paid(cells, currency) ?? (currency ? noMoney(currency) : undefined);
  if (!total)
    throw new RowRefusal('currency-missing', 'An expense without a price needs a currency to say nothing in');
  return {
    type: 'expense',
    data: { category, total, ...(description && { description }), ...cells.tags('tags') },
  };
}
