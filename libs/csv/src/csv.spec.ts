import { expect, it } from 'vitest';
import { csvLines, csvOf } from './csv.js';

it('writes rows that a spreadsheet reads, with what holds separators in quotes', () => {
  expect(csvOf(['Station', 'Total'], [['Smith, "the pump"', 45.49]])).toBe(
    '\uFEFFStation,Total\r\n"Smith, ""the pump""",45.49\r\n',
  );
});

it('lets no text run as a formula', () => {
  const cells = ['=1+1', '+49 89', '-2', '@SUM(A1)', '\tx'];
  expect(
    csvOf(
      ['a'],
      cells.map((cell) => [cell]),
    ),
  ).toBe("\uFEFFa\r\n'=1+1\r\n'+49 89\r\n'-2\r\n'@SUM(A1)\r\n'\tx\r\n");
});

it('lets none run behind a line feed, nor one that begins with a wide sign', () => {
  expect(csvOf(['a'], [['\n=1+1'], ['＝1+1'], ['＋1'], ['－1'], ['＠SUM(A1)']])).toBe(
    "\uFEFFa\r\n\"'\n=1+1\"\r\n'＝1+1\r\n'＋1\r\n'－1\r\n'＠SUM(A1)\r\n",
  );
});

it('leaves numbers as numbers, and what is not known empty', () => {
  expect(csvOf(['a', 'b'], [[-62.4, null]])).toBe('\uFEFFa,b\r\n-62.4,\r\n');
});

it('goes on with rows that come later, by the same rule', () => {
  expect(
    csvLines([
      ['=1+1', 2],
      [null, 'b'],
    ]),
  ).toBe("'=1+1,2\r\n,b\r\n");
});
