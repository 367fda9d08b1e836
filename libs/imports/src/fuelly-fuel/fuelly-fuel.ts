import { amountOf, type DistanceUnit, type VolumeUnit } from '@odolog/units';
import type { Cells } from '../cells.js';
import type { ImportFormat } from '../import-format.js';
import { RowRefusal } from '../row-refusal.js';
import type { Settings } from '../settings.js';
import { economyColumns, toldEconomy } from '../told-economy.js';

const distanceColumns: Readonly<Record<string, DistanceUnit>> = { km: 'km', miles: 'mi' };
const volumeColumns: Readonly<Record<string, readonly VolumeUnit[]>> = {
  litres: ['L'],
  gallons: ['gal-us', 'gal-uk'],
};
const gallons = { 'gal-us': 'mpgUs', 'gal-uk': 'mpgUk', L: undefined } as const;

/** Fuelly's export of fill-ups from the web. `price` is per unit of volume; there is no total and no currency. */
export const fuellyFuel: ImportFormat = {
  name: 'fuelly-fuel',
  title: 'Fuelly (web), fill-ups',
  columns: ['odometer', 'price', 'fuelup_date', 'date_added', 'missed_fuelup', 'partial_fuelup'],
  units: (header) => ({
    distance: header.flatMap((column) => distanceColumns[column] ?? []),
    volume: header.flatMap((column) => volumeColumns[column] ?? []),
  }),
  dateColumn: 'fuelup_date',
  addedColumn: 'date_added',
  priceColumn: 'price',
  identity: (header) => {
    const trip = header.filter((column) => column in distanceColumns || economyColumns.includes(column));
    return header.filter((column) => !['car_name', 'model', 'city_percentage', ...trip].includes(column));
  },
  draft: (cells, settings) => ({
    type: 'fuel',
    ...cells.odometer('odometer', settings.distanceUnit),
    ...cells.notes('notes'),
    data: {
      ...bought(cells, settings),
      energy: settings.energy,
      fill: cells.flag('partial_fuelup') ? 'partial' : 'full',
      missedPrevious: cells.flag('missed_fuelup'),
      ...station(cells),
      ...cells.tags('tags'),
    },
  }),
  economy: (cells, { volumeUnit }) => toldEconomy(cells, gallons[volumeUnit ?? 'L']),
};

function bought(cells: Cells, { volumeUnit, currency }: Settings) {
  const value = (cells.number('litres') ?? cells.number('gallons')) || undefined;
  if (value === undefined || !volumeUnit) throw new RowRefusal('volume-missing', 'The row says no volume');
  const volume = { value, unit: volumeUnit };
  const unitPrice = cells.money('price', currency);
  return { volume, ...(unitPrice && { unitPrice, total: amountOf(volume, unitPrice) }) };
}

function station(cells: Cells) {
  const name = cells.text('brand');
  const latitude = cells.number('latitude');
  const longitude = cells.number('longitude');
  const place = {
    ...(name && { name }),
    ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
  };
  return Object.keys(place).length > 0 ? { station: place } : {};
}
