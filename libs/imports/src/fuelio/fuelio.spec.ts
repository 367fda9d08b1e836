import { existsSync, readFileSync } from 'node:fs';
import { factsOf } from '@odolog/events';
import { distanceM } from '@odolog/units';
import { fuelSegments } from '@odolog/vehicle';
import { describe, expect, it } from 'vitest';
import { checkEconomies, type ToldFill } from '../check-economies.js';
import { detectFormat } from '../formats.js';
import { readFile } from '../read-file.js';
import { readRows, type AcceptedRow, type RefusedRow } from '../read-rows.js';
import type { Declared } from '../settings.js';
import { fuelioTable } from './fuelio-table.js';

const sample = readFileSync(new URL('../../samples/fuelio.csv', import.meta.url), 'utf8');
/** A real vehicle, where it lies beside the repository. */
const realExport = new URL('../../../../../shared/data/fuelio/sample-bmw-z3.csv', import.meta.url);

const read = (text: string, declared: Declared = { currency: 'EUR' }) =>
  readRows(detectFormat(text), text, declared);
const accepted = (text: string, declared?: Declared) =>
  read(text, declared).rows.filter((row): row is AcceptedRow => 'draft' in row);
const bodies = (text: string, declared?: Declared) => accepted(text, declared).map(({ draft }) => draft.body);
const refusals = (text: string) =>
  read(text)
    .rows.filter((row): row is RefusedRow => 'refused' in row)
    .map(({ row, refused }) => [row, refused.code]);
const euros = (amount: string) => ({ amount, currency: 'EUR' });

describe('a fill-up', () => {
  it('says total, price, energy, station and whether it was full, in the units of the vehicle', () => {
    expect(read(sample).detected).toMatchObject({ format: 'fuelio', distanceUnit: 'km', volumeUnit: 'L' });
    expect(bodies(sample).at(-1)).toEqual({
      type: 'fuel',
      date: '2025-06-30',
      odometer: { value: 84_510, unit: 'km' },
      data: {
        volume: { value: 41.2, unit: 'L' },
        total: euros('68.8'),
        unitPrice: euros('1.67'),
        energy: 'diesel',
        fill: 'full',
        missedPrevious: false,
        station: { name: 'Allguth', latitude: 48.1, longitude: 11.5 },
      },
    });
  });

  it('keeps what was paid where the price of the unit says something else', () => {
    const [fill] = bodies(sample).filter(({ date }) => date === '2025-04-28');
    expect(fill?.data).toMatchObject({ total: euros('76.0'), station: { name: 'Holzkirchen' } });
    expect(fill?.data).not.toHaveProperty('unitPrice');
  });

  it('of one day stands in the order of the readings, the partial one before the full one', () => {
    const ofDay = bodies(sample).filter(({ date }) => date === '2025-06-12');
    expect(ofDay.map(({ odometer, data }) => [odometer?.value, data['fill']])).toEqual([
      [83_490, 'partial'],
      [83_760, 'full'],
    ]);
  });

  it.each([
    ['petrol', '110'],
    ['diesel', '200'],
    ['e85', '300'],
    ['lpg', '400'],
    ['cng', '500'],
  ])('is of %s by the code %s', (energy, code) => {
    expect(bodies(sample.replace('"211"', `"${code}"`)).at(-1)?.data).toMatchObject({ energy });
  });
});

describe('a second tank', () => {
  const vehicleSays = (unit: string, consumption: string) => `"50.0","0.0","${unit}","${consumption}"`;
  const ofTwo = (unit: string, consumption = '0') =>
    sample
      .replace('"50.0","0.0","0","0"', vehicleSays(unit, consumption))
      .replace('"0","1","211","1.67"', '"0","2","400","1.67"');

  it.each([
    ['litres', '0', 'L'],
    ['US gallons', '1', 'gal-us'],
    ['UK gallons', '2', 'gal-uk'],
  ])('is counted in its own unit: %s', (_unit, code, unit) => {
    const [filled, other] = bodies(ofTwo(code))
      .filter(({ type }) => type === 'fuel')
      .toReversed();
    expect(filled?.data).toMatchObject({ volume: { value: 41.2, unit }, energy: 'lpg', tank: '2' });
    expect(other?.data).toMatchObject({ volume: { unit: 'L' } });
  });

  it('is counted as the first one where the file is of before it had units', () => {
    const older = ofTwo('1')
      .replace(',"FuelUnitTank2","FuelConsumptionTank2"', '')
      .replace(',"1","0"\n', '\n');
    expect(bodies(older).at(-1)?.data).toMatchObject({ volume: { unit: 'L' }, tank: '2' });
  });

  it('stays out with a word where nobody knows what it is counted in', () => {
    expect(refusals(ofTwo('7'))).toContainEqual([1, 'volume-unit-unknown']);
  });

  it('tells its economy where it is told as that of the first', () => {
    expect(accepted(ofTwo('0')).at(-1)?.told).toEqual({ value: 5.49, unit: 'lPer100Km' });
    expect(accepted(ofTwo('0', '1')).at(-1)?.told).toBeUndefined();
  });
});

it('says of a fill-up that a distance is left out of its economy there, and compares none', () => {
  const excluded = sample.replace('"17","0.0","8"', '"17","120.5","8"');
  const [last, before] = accepted(excluded).toReversed();
  expect(last).toMatchObject({
    remark: {
      code: 'distance-excluded',
      detail: 'Fuelio leaves a distance of 120.5 out of the economy of this fill-up; here it counts',
    },
  });
  expect(last?.told).toBeUndefined();
  expect(before?.remark).toBeUndefined();
});

describe('a charge', () => {
  const charged = sample.replace('"211"', '"601"');
  const declared = { currency: 'EUR', energyUnit: 'kWh', timeZone: 'Europe/Berlin' } as const;

  it('is what the battery took from a time of the wall in the zone that is said, to its top where it says full', () => {
    expect(bodies(charged, declared).at(-1)).toEqual({
      type: 'charge',
      date: '2025-06-30',
      odometer: { value: 84_510, unit: 'km' },
      data: {
        added: { value: 41.2, unit: 'kWh' },
        startedAt: '2025-06-30T16:05:00.000Z',
        charger: 'other',
        total: euros('68.8'),
        endPercent: 100,
        location: { name: 'Allguth', latitude: 48.1, longitude: 11.5 },
        missedPrevious: false,
      },
    });
    const partial = charged.replace('"41.2","1"', '"41.2","0"');
    expect(bodies(partial, { ...declared, timeZone: 'UTC' }).at(-1)?.data).toMatchObject({
      startedAt: '2025-06-30T18:05:00.000Z',
    });
    expect(bodies(partial, declared).at(-1)?.data).not.toHaveProperty('endPercent');
  });

  it('tells no economy: its column is one of fuel', () => {
    expect(accepted(charged, declared).at(-1)?.told).toBeUndefined();
  });

  it('stays out with a word while nobody has said what it is counted in, or the row no time or energy', () => {
    expect(refusals(charged)).toContainEqual([1, 'energy-unit-unsaid']);
    const refused = (text: string) =>
      read(text, declared).rows.flatMap((row) => ('refused' in row && row.row === 1 ? row.refused.code : []));
    expect(refused(charged.replace('2025-06-30 18:05', '2025-06-30'))).toEqual(['time-missing']);
    expect(refused(charged.replace('"41.2"', '"0.0"'))).toEqual(['energy-missing']);
    for (const time of ['25:61', '24:00', '06:05 PM'])
      expect(refused(charged.replace('2025-06-30 18:05', `2025-06-30 ${time}`))).toEqual(['time-missing']);
  });

  it.each([
    ['30.06.2025', '2025-06-30', 'dmy'],
    ['5/6/2025', '2025-06-05', 'dmy'],
    ['6/5/2025', '2025-06-05', 'mdy'],
  ] as const)('began on the day of the row, however the file writes it: %s', (written, date, dateOrder) => {
    const rewritten = charged.replace('2025-06-30 18:05', `${written} 18:05`);
    const [began] = bodies(rewritten, { ...declared, dateOrder }).filter(({ type }) => type === 'charge');
    expect(began).toMatchObject({ date, data: { startedAt: `${date}T16:05:00.000Z` } });
  });
});

describe('a cost', () => {
  const costs = bodies(sample).filter(({ type }) => type !== 'fuel');

  it('is work on the vehicle, or an expense of its category; an income is less than nothing', () => {
    expect(costs.map(({ date, type, data }) => ({ date, type, ...data }))).toEqual([
      {
        date: '2025-04-15',
        type: 'expense',
        category: 'insurance',
        total: euros('312.4'),
        description: 'Insurance',
      },
      {
        date: '2025-05-02',
        type: 'maintenance',
        items: [{ kind: 'other', description: 'Oil and filters' }],
        total: euros('249.9'),
      },
      {
        date: '2025-06-01',
        type: 'expense',
        category: 'insurance',
        total: euros('-40.0'),
        description: 'Refund of the insurance',
      },
      {
        date: '2025-06-13',
        type: 'expense',
        category: 'other',
        total: euros('180.0'),
        description: 'Corsica',
      },
    ]);
  });

  it('that never happened stays out: a bare reminder, a template', () => {
    expect(refusals(sample)).toEqual([
      [11, 'reminder-only'],
      [12, 'template'],
    ]);
  });
});

it('reads dates in the order that the file names, and miles and gallons by its vehicle', () => {
  const american = sample
    .replace('"Kombi","","0","0","0","yyyy-MM-dd"', '"Kombi","","1","1","1","MM/dd/yyyy"')
    .replaceAll(/"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)"/g, '"$2/$3/$1 $4"');
  expect(read(american).detected).toMatchObject({ distanceUnit: 'mi', volumeUnit: 'gal-us' });
  expect(bodies(american).map(({ date }) => date)).toEqual(bodies(sample).map(({ date }) => date));
});

it('refuses a date that is none in the order that the file names, though it were one in another', () => {
  const european = sample
    .replace('"yyyy-MM-dd"', '"dd/MM/yyyy"')
    .replaceAll(/"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)"/g, '"$3/$2/$1 $4"');
  const [first] = /"\d\d\/\d\d\/\d{4} \d\d:\d\d"/.exec(european) ?? [''];
  expect(refusals(european.replace(first, '"12/31/2021 08:00"'))).toContainEqual([1, 'date-unreadable']);
});

it('asks for the currency, which no file of Fuelio names', () => {
  expect(() => read(sample, {})).toThrow(
    expect.objectContaining({
      code: 'import-declaration-missing',
      extras: expect.objectContaining({
        errors: [expect.objectContaining({ pointer: '/currency' })],
      }) as object,
    }),
  );
});

it('reads on where a list beside the fills and costs has a cell too few', () => {
  const short = sample.replace('"","DEU"', '""').replace('"0","","c40","1744300500000"', '"0"');
  expect(short).not.toBe(sample);
  expect(bodies(short)).toEqual(bodies(sample));
});

it.each([
  ['in a row', sample.slice(0, sample.indexOf('"0.0","7","0.0"')), 'import-file-torn'],
  ['before the first row', sample.slice(0, sample.indexOf('"2025-06-30')), 'import-file-empty'],
])('refuses a file that ends %s', (_where, text, code) => {
  expect(() => fuelioTable(text)).toThrow(expect.objectContaining({ code }));
});

function fillOf({ row, fingerprint, told, draft }: AcceptedRow, sequence: number): ToldFill[] {
  const { body, placeInDay } = draft;
  const { energy } = factsOf({ type: body.type, schemaVersion: 2, data: body.data });
  if (!energy) return [];
  const occurredAt = new Date(Date.parse(`${body.date}T11:00:00Z`) + placeInDay).toISOString();
  const odometerM = body.odometer ? distanceM(body.odometer) : null;
  const at = { eventId: fingerprint, date: body.date, occurredAt, sequence, odometerM };
  return [{ row, told, fill: { ...at, ...energy } }];
}

it('comes to the economy that Fuelio printed, and to none where it printed none', () => {
  const fills = accepted(sample).flatMap((row, index) => fillOf(row, index));
  expect(fills).toHaveLength(6);
  expect(checkEconomies(fills)).toEqual({ counts: 3, equal: 3, differing: [] });
  const closed = fuelSegments(fills.map(({ fill }) => fill)).segments.filter(
    ({ status }) => status === 'closed',
  );
  expect(closed).toHaveLength(3);
});

it.runIf(existsSync(realExport))('reads a real export in miles and litres', () => {
  const text = readFile(readFileSync(realExport));
  expect(read(text, { currency: 'GBP' }).detected).toMatchObject({ distanceUnit: 'mi', volumeUnit: 'L' });
  expect(bodies(text, { currency: 'GBP' })).toMatchObject([
    {
      date: '2024-03-10',
      odometer: { value: 212_477, unit: 'mi' },
      data: {
        volume: { value: 46.301, unit: 'L' },
        total: { amount: '67.09', currency: 'GBP' },
        unitPrice: { amount: '1.449', currency: 'GBP' },
        energy: 'petrol',
        fill: 'full',
      },
    },
  ]);
});

describe('a section', () => {
  it('begins with a line of its own, not with a cost that is called like one', () => {
    const called = (title: string) => bodies(sample.replace('"Insurance"', `"${title}"`));
    for (const title of ['## Insurance', '## Log']) {
      expect(called(title).map(({ type }) => type)).toEqual(bodies(sample).map(({ type }) => type));
    }
  });

  it('stands in the file once', () => {
    expect(() => read(`${sample}"## Log"\n`)).toThrow(
      expect.objectContaining({ code: 'import-file-torn' }) as Error,
    );
  });
});
