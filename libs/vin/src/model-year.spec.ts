import { expect, test } from 'vitest';
import { modelYearOf } from './model-year.js';

test.each([
  ['1HGBH41JXMN109186', 1991, 'a digit at position 7: up to 2009'],
  ['1M8GDM9AXKP042788', 1989, 'of a bus'],
  ['5YJ3E1EA7KF317000', 2019, 'a letter at position 7: from 2010 on'],
  ['WVWZZZ1JZ3W386752', 2003, 'of a European maker who writes it, as 2033 has not come'],
  ['WVWZZZAUZEW123456', 2014, 'and the later of two, as both have'],
  ['WVWZZZ1HZVW123456', null, '1997, or next year already'],
  ['WDB2030461A123456', null, 'of a maker whose position 10 says which side the wheel is on'],
  ['11111111101111111', null, 'a sign that stands for no year'],
])('%s is of %s: %s', (vin, year, _why) => {
  expect(modelYearOf(vin, 2026)).toBe(year);
});
