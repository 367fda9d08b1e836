import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRows, type AcceptedRow, type RefusedRow } from '../read-rows.js';
import type { Declared } from '../settings.js';
import { fuellyFuel } from './fuelly-fuel.js';

const header =
  'car_name, model, km/l,  odometer, km, litres, price, city_percentage, fuelup_date, date_added, tags, notes, missed_fuelup, partial_fuelup, latitude, longitude, brand';
const inMiles = header.replace('km/l', 'mpg').replace(' km,', ' miles,').replace('litres', 'gallons');
const sample = readFileSync(new URL('../../samples/fuelly-fuel.csv', import.meta.url), 'utf8');

interface Row {
  odometer?: string;
  volume?: string;
  price?: string;
  date?: string;
  partial?: string;
}

function file(columns: string, ...rows: Row[]): string {
  const lines = rows.map(
    ({ odometer = '1000', volume = '30', price = '1.5', date = '2024-06-02', partial = '0' }) =>
      `"Polo","VW Polo",0,${odometer},0,${volume},${price},50,${date},2024-06-02 18:00:00,"","",0,${partial},,,""`,
  );
  return [columns, ...lines].join('\n');
}

const read = (text: string, declared: Declared = { currency: 'EUR' }) => readRows(fuellyFuel, text, declared);
const drafts = (text: string, declared?: Declared) =>
  read(text, declared)
    .rows.filter((row): row is AcceptedRow => 'draft' in row)
    .map(({ draft }) => draft.body);
const refusals = (text: string, declared?: Declared) =>
  read(text, declared)
    .rows.filter((row): row is RefusedRow => 'refused' in row)
    .map(({ row, refused }) => [row, refused.code]);

it('reads a row with all that it says, and keeps its line', () => {
  const { detected, rows } = read(sample);
  expect(detected).toMatchObject({
    format: 'fuelly-fuel',
    distanceUnit: 'km',
    volumeUnit: 'L',
    dateOrder: 'ymd',
  });
  expect(rows.at(-1)).toMatchObject({
    row: 1,
    raw: sample.split('\n')[1],
    draft: {
      body: {
        type: 'fuel',
        date: '2024-06-02',
        odometer: { value: 3900, unit: 'km' },
        data: {
          volume: { value: 24.031, unit: 'L' },
          unitPrice: { amount: '1.759', currency: 'EUR' },
          total: { amount: '42.27', currency: 'EUR' },
          energy: 'petrol',
          fill: 'full',
          missedPrevious: false,
          station: { name: 'Shell', latitude: 48.1371, longitude: 11.5754 },
        },
      },
    },
  });
  expect(rows.find(({ row }) => row === 4)).toMatchObject({
    draft: {
      body: {
        notes: 'A long note, with a comma',
        data: { tags: ['holiday', 'alps'], station: { name: 'Jet' } },
      },
    },
  });
  expect(rows.find(({ row }) => row === 3)).toMatchObject({
    draft: { body: { data: { fill: 'partial', missedPrevious: true } } },
  });
});

it('puts the oldest row first, and two of one day in the order of their readings', () => {
  expect(drafts(sample).map(({ odometer }) => odometer?.value)).toEqual([
    1500, 2000, 2600, 2600, 3050, 3300, 3500, 3900,
  ]);
  const backwards = file(header, { odometer: '1200' }, { odometer: '900' });
  const { rows } = read(backwards);
  expect(rows.map((row) => 'draft' in row && row.draft.placeInDay)).toEqual([-39_591_000, -39_588_000]);
});

it('takes a blank or zero reading as not recorded, and a blank or zero price as no cost', () => {
  const [blank, zero] = drafts(file(header, { odometer: '', price: '' }, { odometer: '0.0', price: '0' }));
  for (const draft of [blank, zero]) {
    expect(draft).not.toHaveProperty('odometer');
    expect(draft?.data).not.toHaveProperty('total');
    expect(draft?.data).not.toHaveProperty('unitPrice');
  }
});

it('refuses the rows that say nothing usable, and only those', () => {
  const text = file(
    header,
    {},
    { volume: '0' },
    { volume: 'abc' },
    { date: '2024-02-30' },
    { price: '-1' },
    { volume: '' },
  );
  expect(refusals(text)).toEqual([
    [2, 'volume-missing'],
    [3, 'number-unreadable'],
    [4, 'date-unreadable'],
    [5, 'validation-failed'],
    [6, 'volume-missing'],
  ]);
  expect(drafts(text)).toHaveLength(1);
});

it('fills the vehicle’s own energy', () => {
  const [draft] = drafts(file(header, {}), {
    currency: 'EUR',
    vehicle: { energies: ['electricity', 'diesel'] },
  });
  expect(draft?.data).toMatchObject({ energy: 'diesel' });
});

describe('units', () => {
  it('come from the header where it says them', () => {
    const [draft] = drafts(file(inMiles, {}), { currency: 'USD', volumeUnit: 'gal-us' });
    expect(draft).toMatchObject({
      odometer: { unit: 'mi' },
      data: { volume: { value: 30, unit: 'gal-us' } },
    });
  });

  it('must be declared where a gallon may be either, unless the vehicle settles it', () => {
    expect(() => read(file(inMiles, {}))).toThrow(
      expect.objectContaining({
        code: 'import-declaration-missing',
        extras: { errors: [expect.objectContaining({ pointer: '/volumeUnit' })] },
      }),
    );
    const [draft] = drafts(file(inMiles, {}), { currency: 'GBP', vehicle: { volumeUnit: 'gal-uk' } });
    expect(draft?.data).toMatchObject({ volume: { unit: 'gal-uk' } });
  });

  it('may not be declared against the header', () => {
    expect(() =>
      read(file(header, {}), { currency: 'EUR', distanceUnit: 'mi', volumeUnit: 'gal-us' }),
    ).toThrow(
      expect.objectContaining({
        code: 'import-declaration-contradicted',
        extras: {
          errors: [
            {
              pointer: '/distanceUnit',
              code: 'import-declaration-contradicted',
              detail: 'The header of the file says km, not mi',
            },
            expect.objectContaining({ pointer: '/volumeUnit' }),
          ],
        },
      }),
    );
  });
});

it('asks for the currency where there are prices, and only there', () => {
  expect(() => read(file(header, {}), {})).toThrow(
    expect.objectContaining({ code: 'import-declaration-missing' }),
  );
  expect(drafts(file(header, { price: '' }), {})).toHaveLength(1);
});

describe('dates with the year last', () => {
  const dates = (text: string, declared?: Declared) => drafts(text, declared).map(({ date }) => date);

  it('are read in the order that fits them all', () => {
    expect(dates(file(header, { date: '06/06/2021 0:00' }, { date: '25/06/2021 0:00' }))).toEqual([
      '2021-06-06',
      '2021-06-25',
    ]);
    expect(dates(file(header, { date: '06/07/2021 0:00' }, { date: '06/25/2021' }))).toEqual([
      '2021-06-07',
      '2021-06-25',
    ]);
  });

  it('need a declaration where either order fits, and keep it', () => {
    const either = file(header, { date: '06/07/2021 0:00' });
    expect(() => read(either)).toThrow(expect.objectContaining({ code: 'import-declaration-missing' }));
    expect(dates(either, { currency: 'EUR', dateOrder: 'dmy' })).toEqual(['2021-07-06']);
    expect(dates(either, { currency: 'EUR', dateOrder: 'mdy' })).toEqual(['2021-06-07']);
  });

  it('have the day first between points', () => {
    expect(dates(file(header, { date: '06.07.2021' }))).toEqual(['2021-07-06']);
  });

  it('may have spaces behind their points, as in Prague and Budapest', () => {
    expect(dates(file(header, { date: '8. 3. 2026' }))).toEqual(['2026-03-08']);
    expect(dates(file(header, { date: '2026. 03. 09.' }))).toEqual(['2026-03-09']);
  });

  it('need none where both orders name one day', () => {
    const one = file(header, { date: '06/06/2021 0:00' }, { date: '2021-07-08' });
    expect(dates(one)).toEqual(['2021-06-06', '2021-07-08']);
    expect(dates(one, { currency: 'EUR', dateOrder: 'mdy' })).toEqual(['2021-06-06', '2021-07-08']);
  });

  it('contradict a declaration that cannot read them', () => {
    expect(() => read(file(header, { date: '25/06/2021' }), { currency: 'EUR', dateOrder: 'mdy' })).toThrow(
      expect.objectContaining({ code: 'import-declaration-contradicted' }),
    );
  });
});
