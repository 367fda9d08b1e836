import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRows, type AcceptedRow } from '../read-rows.js';
import { fuellyService } from './fuelly-service.js';

const sample = readFileSync(new URL('../../samples/fuelly-service.csv', import.meta.url), 'utf8');
const declared = { currency: 'EUR', distanceUnit: 'km' } as const;

function drafts(text = sample) {
  return readRows(fuellyService, text, declared)
    .rows.filter((row): row is AcceptedRow => 'draft' in row)
    .map(({ draft }) => draft);
}

it('tells services, expenses and the purchase apart', () => {
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  expect(drafts().map(({ body: { type, data } }) => ({ type, ...data }))).toEqual([
    { type: 'expense', category: 'purchase', total: eur('6400.00') },
    { type: 'expense', category: 'other', description: 'Roof box rental', total: eur('58.30') },
    { type: 'expense', category: 'inspection', total: eur('0.00') },
    { type: 'maintenance', items: [{ kind: 'other' }] },
    {
      type: 'maintenance',
      items: [{ kind: 'tyres' }, { kind: 'other', description: 'Valve caps' }],
      total: eur('240.00'),
    },
    { type: 'maintenance', items: [{ kind: 'wash' }], total: eur('9.00') },
  ]);
});

it('places rows of one day by their readings, where the file has them backwards', () => {
  const day = drafts().filter(({ body }) => body.date === '2024-04-14');
  expect(day.map(({ body, placeInDay }) => [body.odometer?.value, placeInDay])).toEqual([
    [2480, -39_575_200],
    [2600, -39_574_000],
  ]);
});

it('asks for the unit of distance: its header says none', () => {
  expect(() => readRows(fuellyService, sample, { currency: 'EUR' })).toThrow(
    expect.objectContaining({ code: 'import-declaration-missing' }),
  );
});

it('refuses a row that is neither a service nor an expense', () => {
  const odd = sample.replace('"bought"', '"dreamt"');
  const { rows } = readRows(fuellyService, odd, declared);
  expect(rows.at(-1)).toMatchObject({ row: 6, refused: { code: 'service-type-unknown' } });
});
