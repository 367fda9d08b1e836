import type { Cells } from '../cells.js';
import { noMoney } from '../cells.js';
import type { DraftBody, ImportFormat } from '../import-format.js';
import { RowRefusal } from '../row-refusal.js';
import type { Settings } from '../settings.js';
import { expenseCategory, serviceItems } from '../words-for-work.js';

/** Fuelly's export of services and expenses from the web. Its header says no unit; `price` is the total and may be empty. */
export const fuellyService: ImportFormat = {
  name: 'fuelly-service',
  title: 'Fuelly (web), services and expenses',
  columns: ['odometer', 'price', 'service_date', 'date_added', 'service_type', 'sub_service_types'],
  units: () => ({ distance: ['km', 'mi'], volume: [] }),
  dateColumn: 'service_date',
  addedColumn: 'date_added',
  priceColumn: 'price',
  identity: (header) => header.filter((column) => !['car_name', 'model'].includes(column)),
  draft: (cells, settings) => ({
    ...event(cells, settings),
    ...cells.odometer('odometer', settings.distanceUnit),
    ...cells.notes('notes'),
  }),
};

function event(cells: Cells, settings: Settings): Pick<DraftBody, 'type' | 'data'> {
  const subTypes = cells.list('sub_service_types');
  const total = cells.money('price', settings.currency);
  const tags = cells.tags('tags');
  const serviceType = cells.text('service_type');
  if (serviceType === 'service') {
    return { type: 'maintenance', data: { items: serviceItems(subTypes), ...(total && { total }), ...tags } };
  }
  const category = serviceType === 'bought' ? { category: 'purchase' as const } : expenseCategory(subTypes);
  if (serviceType !== 'expense' && serviceType !== 'bought') {
    throw new RowRefusal(
      'service-type-unknown',
      `"${serviceType ?? ''}" is neither a service nor an expense`,
    );
  }
  return { type: 'expense', data: { ...category, total: total ?? nothing(settings), ...tags } };
}

function nothing({ currency }: Settings) {
  if (!currency)
    throw new RowRefusal('currency-missing', 'An expense without a price needs a currency to say nothing in');
  return noMoney(currency);
}
