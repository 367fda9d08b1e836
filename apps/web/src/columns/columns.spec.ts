import { expect, test } from 'vitest';
import { fromColumns, inColumns } from './columns.js';

test('rows come out of columns as they went in', () => {
  const rows = [
    { id: 'a', odometer: { value: 12.5, unit: 'km' }, energies: [] as string[], former: false, plate: null },
    { id: 'b', odometer: null, energies: ['petrol'], former: false, plate: null },
  ];
  expect(fromColumns(inColumns(rows))).toEqual(rows);
});

test('no row and a single one come out as well', () => {
  expect(fromColumns(inColumns([]))).toEqual([]);
  expect(fromColumns(inColumns([{ id: 'a', of: [1, 2] }]))).toEqual([{ id: 'a', of: [1, 2] }]);
});

test('what all rows have in common is written once', () => {
  const text = inColumns([
    { id: 'a', timeZone: 'Europe/Berlin', odometer: { unit: 'km' } },
    { id: 'b', timeZone: 'Europe/Berlin', odometer: { unit: 'km' } },
  ]);
  expect(text.match(/Berlin|odometer|km/g)).toEqual(['Berlin', 'odometer', 'km']);
});
