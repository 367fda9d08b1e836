import type { CostCategory, EnergyKind, Oddity } from '@odolog/events';
import { amountAgrees, type Money, type VolumeUnit } from '@odolog/units';
import { localTimeMs } from '@odolog/vehicle';
import { noMoney, type Cells } from '../cells.js';
import { localDate } from '../dates.js';
import type { DraftBody, ImportFormat } from '../import-format.js';
import { RowRefusal } from '../row-refusal.js';
import type { Settings } from '../settings.js';
import { toldEconomy } from '../told-economy.js';
import { fuelioTable } from './fuelio-table.js';

const volumes: readonly (readonly [name: string, units: readonly VolumeUnit[]])[] = [
  ['l', ['L']],
  ['gal-us', ['gal-us']],
  ['gal-uk', ['gal-uk']],
];

/** Fuelio's export of a vehicle: fill-ups, costs and incomes. `price` of a fill-up is the total; there is no currency. */
export const fuelio: ImportFormat = {
  name: 'fuelio',
  title: 'Fuelio, fill-ups and costs',
  columns: ['## vehicle'],
  table: fuelioTable,
  units: (header) => ({
    distance: header.includes('km') ? ['km'] : header.includes('mi') ? ['mi'] : ['km', 'mi'],
    volume: volumes.find(([name]) => header.includes(name))?.[1] ?? ['L', 'gal-us', 'gal-uk'],
  }),
  dateColumn: 'date',
  addedColumn: 'date',
  priceColumn: 'price',
  identity: () => [
    ...['section', 'date', 'odo', 'price', 'notes'],
    ...['fuel', 'full', 'missed', 'tanknumber'],
    ...['costtitle', 'costtypeid', 'isincome'],
  ],
  draft: (cells, settings) => ({
    ...(cells.text('section') === 'costs'
      ? cost(cells, settings)
      : isCharge(cells)
        ? charge(cells, settings)
        : fillUp(cells, settings)),
    ...cells.odometer('odo', settings.distanceUnit),
    ...cells.notes('notes'),
  }),
  remark: excludedDistance,
  // of a battery it would stand in a column for fuel, of a second tank in that of the first
  economy: (cells) => {
    const unit = cells.text('consumptionunit') ?? '';
    if (isCharge(cells) || unit === 'unknown' || excludedDistance(cells)) return undefined;
    return toldEconomy(cells, gallons[unit]);
  },
};

/** Fuelio takes that distance off the stretch that the fill-up ends. Ours is what the odometer counted: nothing takes off of it. */
function excludedDistance(cells: Cells): Oddity | undefined {
  const distance = cells.number('excludedistance');
  if (!distance || distance < 0) return undefined;
  const detail = `Fuelio leaves a distance of ${distance} out of the economy of this fill-up; here it counts`;
  return { code: 'distance-excluded', detail };
}

/** By the code of the vehicle. */
const gallons: Readonly<Record<string, 'mpgUs' | 'mpgUk'>> = { 1: 'mpgUs', 2: 'mpgUk' };

/** By the hundreds of the code. */
const energies: readonly (EnergyKind | undefined)[] = [undefined, 'petrol', 'diesel', 'e85', 'lpg', 'cng'];
const electricity = 6;

const kindOf = (cells: Cells): number => Math.floor((cells.number('fueltype') ?? 0) / 100);
const isCharge = (cells: Cells): boolean => kindOf(cells) === electricity;

const timeOfDay = / ((?:[01]\d|2[0-3]):[0-5]\d)(?::\d\d)?$/;

/** Where it says full, the battery was. No column says where the charger stands, or what the energy is counted in. */
function charge(cells: Cells, { currency, energyUnit: unit, timeZone, dateOrder }: Settings): DraftBody {
  const value = cells.number('fuel');
  if (!value) throw new RowRefusal('energy-missing', 'The row says no energy');
  if (!unit)
    throw new RowRefusal('energy-unit-unsaid', 'A charge: the file does not say what it is counted in');
  const began = cells.text('date') ?? '';
  const day = localDate(began, dateOrder);
  const [, time] = timeOfDay.exec(began) ?? [];
  if (!day || !time) throw new RowRefusal('time-missing', 'A charge: the row says no time');
  const total = cells.money('price', currency);
  const { station: location } = station(cells);
  return {
    type: 'charge',
    data: {
      added: { value, unit },
      startedAt: new Date(localTimeMs(`${day}T${time}`, timeZone)).toISOString(),
      charger: 'other',
      ...(total && { total }),
      ...(cells.flag('full') && { endPercent: 100 }),
      ...(location && { location }),
      missedPrevious: cells.flag('missed'),
    },
  };
}

function fillUp(cells: Cells, settings: Settings): DraftBody {
  const tank = cells.text('tanknumber');
  return {
    type: 'fuel',
    data: {
      ...bought(cells, settings),
      energy: energies[kindOf(cells)] ?? settings.energy,
      fill: cells.flag('full') ? 'full' : 'partial',
      missedPrevious: cells.flag('missed'),
      ...station(cells),
      ...(tank !== undefined && Number(tank) > 1 && { tank }),
    },
  };
}

function bought(cells: Cells, { volumeUnit: ofFile, currency }: Settings) {
  const value = cells.number('fuel');
  const named = cells.text('volumeunit');
  const volumeUnit = named === undefined ? ofFile : volumes.find(([name]) => name === named)?.[1][0];
  if (named && !volumeUnit)
    throw new RowRefusal('volume-unit-unknown', 'The second tank: what it is counted in is not known');
  if (!value || !volumeUnit) throw new RowRefusal('volume-missing', 'The row says no volume');
  const volume = { value, unit: volumeUnit };
  const total = cells.money('price', currency);
  const unitPrice = cells.money('volumeprice', currency);
  // the total was paid; a price that does not give it was worked out from other figures
  const agrees = total && unitPrice && amountAgrees(volume, unitPrice, total);
  return { volume, ...(total && { total }), ...(agrees && { unitPrice }) };
}

function station(cells: Cells): { readonly station?: object } {
  const name = cells.text('station') ?? cells.text('city');
  const [latitude, longitude] = [cells.number('latitude'), cells.number('longitude')];
  const place = { ...(name && { name }), ...(latitude && longitude && { latitude, longitude }) };
  return Object.keys(place).length > 0 ? { station: place } : {};
}

/** Its own categories by their number; those that a person made are `other`. */
const categories: Readonly<Record<string, CostCategory>> = {
  4: 'registration',
  5: 'parking',
  6: 'wash',
  7: 'toll',
  8: 'fine',
  9: 'accessories',
  31: 'insurance',
  32: 'accessories',
  34: 'inspection',
  35: 'tax',
};
const work = ['1', '2'];

/** What was spent or came in. What only reminds of something, or is a pattern for others, never happened. */
function cost(cells: Cells, { currency }: Settings): Pick<DraftBody, 'type' | 'data'> {
  if (cells.flag('istemplate')) throw new RowRefusal('template', 'A template: nothing was spent');
  const title = cells.text('costtitle') ?? cells.text('category') ?? 'Fuelio';
  const total = cells.money('price', currency);
  const reminds = cells.number('remindodo') || (cells.text('reminddate') ?? noReminder) !== noReminder;
  if (!total && reminds) throw new RowRefusal('reminder-only', 'A reminder: nothing was spent');
  const type = cells.text('costtypeid') ?? '';
  if (work.includes(type) && !cells.flag('isincome')) {
    return {
      type: 'maintenance',
      data: { items: [{ kind: 'other', description: title }], ...(total && { total }) },
    };
  }
  if (!currency)
    throw new RowRefusal('currency-missing', 'A cost without a price needs a currency to say nothing in');
  const amount = signed(total ?? noMoney(currency), cells.flag('isincome'));
  return {
    type: 'expense',
    data: { category: categories[type] ?? 'other', total: amount, description: title },
  };
}

const noReminder = '2011-01-01';

function signed(money: Money, isIncome: boolean): Money {
  return isIncome && Number(money.amount) > 0 ? { ...money, amount: `-${money.amount}` } : money;
}
