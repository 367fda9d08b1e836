import { describe, expect, it } from 'vitest';
import { detectFormat } from '../formats.js';
import { readRows, type AcceptedRow, type RefusedRow } from '../read-rows.js';
import type { Declared } from '../settings.js';

const german = { currency: 'EUR', distanceUnit: 'km', volumeUnit: 'L' } as const;

const read = (text: string, declared: Declared = german) => readRows(detectFormat(text), text, declared);
const drafts = (text: string, declared?: Declared) =>
  read(text, declared)
    .rows.filter((row): row is AcceptedRow => 'draft' in row)
    .map(({ draft }) => draft.body);
const refusals = (text: string, declared?: Declared) =>
  read(text, declared)
    .rows.filter((row): row is RefusedRow => 'refused' in row)
    .map(({ row, refused }) => [row, refused.code]);

const fuelHeader =
  'Date,Odometer,FuelConsumed,Cost,FuelEconomy,IsFillToFull,MissedFuelUp,Notes,Tags,extrafield_Driver';
const fuel = (...rows: string[]) => [fuelHeader, ...rows].join('\n');

describe('fuel', () => {
  it('is read as a German server writes it, with all that a row says', () => {
    const file = fuel(
      '05.03.2026,12000,"40,12","71,01",0,True,False,,,',
      '19.03.2026,12500,"25,3","45,5","5,06",True,False,Autobahn,urlaub alpen,Jana',
    );
    expect(detectFormat(file).name).toBe('lubelogger-fuel');
    expect(drafts(file)).toEqual([
      expect.objectContaining({ date: '2026-03-05', odometer: { value: 12_000, unit: 'km' } }),
      {
        type: 'fuel',
        date: '2026-03-19',
        odometer: { value: 12_500, unit: 'km' },
        notes: 'Autobahn\ndriver: Jana',
        data: {
          volume: { value: 25.3, unit: 'L' },
          total: { amount: '45.5', currency: 'EUR' },
          energy: 'petrol',
          fill: 'full',
          missedPrevious: false,
          tags: ['urlaub', 'alpen'],
        },
      },
    ]);
  });

  it('tells a partial fill and a missed one, no reading and no cost', () => {
    const [draft] = drafts(fuel('05.03.2026,0,30,0,0,False,True,,,'));
    expect(draft).not.toHaveProperty('odometer');
    expect(draft?.data).toMatchObject({ fill: 'partial', missedPrevious: true });
    expect(draft?.data).not.toHaveProperty('total');
  });

  it('is in litres or gallons as its economies say, whatever the vehicle is kept in', () => {
    const metric = fuel('03/25/2026,1000,40,70,0,True,False,,,', '04/01/2026,1500,25,45,5,True,False,,,');
    const imperial = fuel('03/25/2026,1000,9,70,0,True,False,,,', '04/01/2026,1300,7.5,60,40,True,False,,,');
    const own = { currency: 'GBP', vehicle: { distanceUnit: 'mi', volumeUnit: 'L' } } as const;
    expect(read(metric, own).detected).toMatchObject({ distanceUnit: 'km', volumeUnit: 'L' });
    expect(() => read(imperial, own)).toThrow(
      expect.objectContaining({
        code: 'import-declaration-missing',
        extras: { errors: [expect.objectContaining({ pointer: '/volumeUnit' })] },
      }),
    );
    expect(read(imperial, { ...own, volumeUnit: 'gal-uk' }).detected).toMatchObject({ distanceUnit: 'mi' });
  });

  it('asks for the units where no economy tells them', () => {
    expect(() => read(fuel('2026-03-05,12000,40,71,0,True,False,,,'), { currency: 'EUR' })).toThrow(
      expect.objectContaining({ code: 'import-declaration-missing' }),
    );
  });

  it('refuses a charge, of which the file tells what was used and not what was charged', () => {
    const header = fuelHeader.replace(',Notes', ',StartingSoc,EndingSoc,Notes');
    const file = [
      header,
      '2026-03-05,12000,18,6,0,True,False,20,80,,,',
      '2026-03-06,12100,15,6,0,True,False,,,,,',
    ];
    expect(refusals(file.join('\n'))).toEqual([
      [1, 'charge-not-told'],
      [2, 'charge-not-told'],
    ]);
  });
});

describe('work', () => {
  const work = (...rows: string[]) => ['Date,Description,Cost,Notes,Odometer,Tags', ...rows].join('\n');

  it('is of one of our kinds where its words name one, and keeps the words', () => {
    const file = work(
      '05.03.2026,Oil change,"1.089,00 €",5W-30,12.000,winter',
      '06.03.2026,Towbar,"249,90 €",,0,',
    );
    expect(detectFormat(file).name).toBe('lubelogger-work');
    expect(drafts(file)).toEqual([
      {
        type: 'maintenance',
        date: '2026-03-05',
        odometer: { value: 12_000, unit: 'km' },
        notes: '5W-30',
        data: {
          items: [{ kind: 'engine-oil', description: 'Oil change' }],
          total: { amount: '1089.00', currency: 'EUR' },
          tags: ['winter'],
        },
      },
      {
        type: 'maintenance',
        date: '2026-03-06',
        data: {
          items: [{ kind: 'other', description: 'Towbar' }],
          total: { amount: '249.90', currency: 'EUR' },
        },
      },
    ]);
  });

  it('is refused where its cost is no amount', () => {
    expect(refusals(work('05.03.2026,Oil change,free,,,'))).toEqual([[1, 'number-unreadable']]);
  });
});

it('readings come in once: those that were added to other records are told there', () => {
  const file = [
    'Date,InitialOdometer,Odometer,Notes,Tags',
    '05.03.2026,11900,12000,Before the trip,',
    '06.03.2026,12000,12100,Auto Insert From Gas Record via CSV Import. ,',
    '07.03.2026,0,0,,',
  ].join('\n');
  expect(drafts(file)).toEqual([
    {
      type: 'odometer',
      date: '2026-03-05',
      odometer: { value: 12_000, unit: 'km' },
      notes: 'Before the trip',
      data: {},
    },
  ]);
  expect(refusals(file)).toEqual([
    [2, 'told-elsewhere'],
    [3, 'reading-missing'],
  ]);
});

it('taxes are expenses of the category that their words name, or taxes', () => {
  const file = [
    'Date,Description,Notes,Cost,Tags',
    '05.03.2026,Insurance,Half a year,"310,50 €",',
    '06.03.2026,Kfz,,"0,00 €",',
  ].join('\n');
  expect(drafts(file)).toMatchObject([
    {
      type: 'expense',
      notes: 'Half a year',
      data: {
        category: 'insurance',
        description: 'Insurance',
        total: { amount: '310.50', currency: 'EUR' },
      },
    },
    { data: { category: 'tax', total: { amount: '0.00', currency: 'EUR' } } },
  ]);
});

it('supplies are expenses, with what these have no field for in the notes', () => {
  const file = [
    'Date,PartNumber,PartSupplier,PartQuantity,Description,Notes,Cost,Tags',
    '05.03.2026,W712/95,Mann,2,Oil filter,In the shed,"18,40 €",',
  ].join('\n');
  expect(drafts(file)).toMatchObject([
    {
      type: 'expense',
      notes: 'Part number: W712/95\nSupplier: Mann\nQuantity: 2\nIn the shed',
      data: { category: 'accessories', description: 'Oil filter' },
    },
  ]);
});

it('what LubeLogger writes of plans and equipment is no history', () => {
  for (const header of [
    'DateCreated,DateModified,Description,Notes,Type,Priority,Progress,Cost',
    'Description,Notes,Tags,IsEquipped',
  ])
    expect(() => detectFormat(`${header}\n`)).toThrow(
      expect.objectContaining({ code: 'import-format-unknown' }),
    );
});
