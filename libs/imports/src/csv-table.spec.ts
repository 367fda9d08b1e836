import { expect, it } from 'vitest';
import { csvTable, mostRecords } from './csv-table.js';

it('reads rows by the names of their columns, whatever ends the lines', () => {
  const expected = [
    { row: 1, cells: { a: '1', b: 'x, y' }, raw: '1,"x, y"' },
    { row: 2, cells: { a: '2', b: '' }, raw: '2,' },
  ];
  for (const end of ['\n', '\r\n', '\r']) {
    expect(csvTable(['A, b', '1,"x, y"', '2,', ''].join(end)).rows).toEqual(expected);
  }
});

it('reads rows of which some end in another way', () => {
  const { rows } = csvTable('a,b\r\n1,"x\r\ny"\n2,\r3,z\r\n');
  expect(rows.map(({ cells }) => Object.values(cells))).toEqual([
    ['1', 'x\r\ny'],
    ['2', ''],
    ['3', 'z'],
  ]);
});

it.each([
  ['a row with a column too few', 'a,b\n1,2\n3'],
  ['quotes that are never closed', 'a,b\n1,"2\n3,4\n'],
  ['a last cell without the quotes that all others have', 'a,b\n1,"2"\n3,"4"\n5,'],
  ['text behind a closing quote', 'a,b\n1,"2"x\n'],
])('does not repair %s', (_what, text) => {
  expect(() => csvTable(text)).toThrow(expect.objectContaining({ code: 'import-file-torn' }));
});

it('takes a last line without a break for whole where its columns are', () => {
  expect(csvTable('a,b\n1,"2"\n3,"4"').rows).toHaveLength(2);
});

it('refuses more records than are imported at once, without reading them all', () => {
  const rows = (count: number) => `a,b\n${'1,2\n'.repeat(count)}`;
  expect(csvTable(rows(mostRecords - 1)).rows).toHaveLength(mostRecords - 1);
  const tooLong = expect.objectContaining({ code: 'import-file-too-long' }) as Error;
  expect(() => csvTable(rows(mostRecords))).toThrow(tooLong);
  expect(() => csvTable(`${rows(mostRecords)}torn`)).toThrow(tooLong);
});

it.each([
  ['commas beside a semicolon in a name', 'a;x,b,c\n1,2,3', ['a;x', 'b', 'c']],
  ['commas beside a semicolon in quotes', '"a;x",b\n1,2', ['a;x', 'b']],
  ['semicolons beside commas in quotes', '"a,x";b,y;c\n1;2;3', ['a,x', 'b,y', 'c']],
])('%s stand between columns', (_what, text, header) => {
  expect(csvTable(text).header).toEqual(header);
});

it('refuses a header without rows', () => {
  expect(() => csvTable('a,b\n')).toThrow(expect.objectContaining({ code: 'import-file-empty' }));
});
