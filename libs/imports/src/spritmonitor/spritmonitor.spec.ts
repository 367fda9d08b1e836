import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { detectFormat } from '../formats.js';
import { readRows, type AcceptedRow, type RefusedRow } from '../read-rows.js';
import type { Declared } from '../settings.js';

const sample = readFileSync(new URL('../../samples/spritmonitor.csv', import.meta.url), 'utf8');
const header = sample.split('\n')[0]!;

const read = (text: string, declared: Declared = { currency: 'EUR' }) =>
  readRows(detectFormat(text), text, declared);
const accepted = (text: string, declared?: Declared) =>
  read(text, declared).rows.filter((row): row is AcceptedRow => 'draft' in row);
const refusals = (text: string) =>
  read(text)
    .rows.filter((row): row is RefusedRow => 'refused' in row)
    .map(({ row, refused }) => [row, refused.code]);
const file = (...rows: string[]) => [header, ...rows].join('\n');

it('reads the German export in kilometres and litres, with all that a row says', () => {
  expect(read(sample).detected).toMatchObject({
    format: 'spritmonitor',
    distanceUnit: 'km',
    volumeUnit: 'L',
    dateOrder: 'dmy',
    currencyIn: 'rows',
  });
  const [first, , last] = accepted(sample);
  expect(first?.draft.body).toMatchObject({ date: '2026-01-01', data: { fill: 'full' } });
  expect(last).toMatchObject({
    draft: {
      body: {
        type: 'fuel',
        date: '2026-03-03',
        odometer: { value: 71_060, unit: 'km' },
        notes: 'Urlaub; Alpen',
        data: {
          volume: { value: 52.19, unit: 'L' },
          total: { amount: '1072.49', currency: 'CHF' },
          energy: 'petrol',
          fill: 'full',
          missedPrevious: false,
          station: { name: 'Aral, Bern' },
        },
      },
    },
    told: { value: 13.45, unit: 'lPer100Km' },
  });
});

it('tells partial, first and invalid fills apart', () => {
  const kinds = ['1', '2', '3', '0'].map((kind, at) => `0${at + 1}.03.2026;;;10;15;EUR;${kind};;;;1;;;;`);
  expect(accepted(file(...kinds)).map(({ draft: { body } }) => body.data)).toMatchObject([
    { fill: 'full', missedPrevious: false, energy: 'diesel' },
    { fill: 'partial', missedPrevious: false },
    { fill: 'full', missedPrevious: false },
    { fill: 'full', missedPrevious: true },
  ]);
});

it('takes no price in a currency that it does not know for one in that of the vehicle', () => {
  const priced = (currency: string) => file(`01.03.2026;;;10;15;${currency};1;;;;1;;;;`);
  expect(refusals(priced('Fr.'))).toEqual([[1, 'currency-missing']]);
  expect(accepted(priced(''))[0]?.draft.body.data).toMatchObject({
    total: { amount: '15', currency: 'EUR' },
  });
});

it('takes the fuel of the vehicle where the code is none of its own', () => {
  for (const code of ['99', 'constructor']) {
    const [row] = accepted(file(`01.03.2026;;;10;15;EUR;1;;;;${code};;;;`));
    expect(row?.draft.body.data).toMatchObject({ energy: 'petrol' });
  }
});

it('takes no amount that it cannot tell: gas by the kilogram, a charge without a time', () => {
  expect(
    refusals(
      file(
        '01.03.2026;;;10;15;EUR;1;;;;13;;;;',
        '02.03.2026;;;30;15;EUR;1;;;;19;;;;',
        '03.03.2026;;;0;15;EUR;1;;;;7;;;;',
        '04.03.2026;;;9;15;EUR;7;;;;7;;;;',
      ),
    ),
  ).toEqual([
    [1, 'volume-missing'],
    [2, 'time-missing'],
    [3, 'volume-missing'],
    [4, 'fill-unreadable'],
  ]);
});

it('reads the English export, and asks for its units', () => {
  const english =
    'Date;Odometer;Trip;Quantity;Type;Total price;Currency\n03.03.2026;71.060;388;52,19;1;72,49;GBP';
  expect(() => read(english)).toThrow(expect.objectContaining({ code: 'import-declaration-missing' }));
  const [row] = accepted(english, { currency: 'EUR', distanceUnit: 'mi', volumeUnit: 'L' });
  expect(row?.draft.body).toMatchObject({
    odometer: { value: 71_060, unit: 'mi' },
    data: { total: { amount: '72.49', currency: 'GBP' } },
  });
});
