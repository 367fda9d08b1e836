import { expect, it } from 'vitest';
import { decideVin, inspectVin } from './vin.js';

it.each([
  '1M8GDM9AXKP042788',
  '11111111111111111',
  '1HGCM82633A004352',
  '1N4AL2AP9CC248968',
  '1HGBH41JXMN109186',
])('accepts %s without a word', (vin) => {
  expect(decideVin(vin, 2003)).toEqual({ vin, warnings: [] });
});

it('warns of a wrong check digit, and says the right one', () => {
  expect(inspectVin('5YJ3E1EA7KF317000').checkDigit).toEqual({ found: '7', expected: '2', agrees: false });
  expect(decideVin('5YJ3E1EA7KF317000', 2019).warnings).toMatchObject([{ code: 'vin-check-digit' }]);
  expect(decideVin('WVWZZZ1JZ3W386752', 2003).warnings).toMatchObject([{ code: 'vin-check-digit' }]);
});

it('takes small letters and space around for what they are', () => {
  expect(decideVin(' 1m8gdm9axkp042788 ').vin).toBe('1M8GDM9AXKP042788');
});

it.each([
  '1M8GDM9AXKP04278',
  '1M8GDM9AXKP0427888',
  'IM8GDM9AXKP042788',
  '1M8GDM9AXKPO42788',
  '1M8GDM9AXKPQ42788',
])('refuses %s from model year 1981 on, or of an unknown year', (vin) => {
  for (const year of [1981, 2020, null]) {
    expect(() => decideVin(vin, year)).toThrow(expect.objectContaining({ code: 'vin-invalid' }));
  }
  expect(decideVin(vin, 1980)).toEqual({ vin, warnings: [] });
});

it('takes no letter of another alphabet for one of its own', () => {
  for (const vin of ['ſM8GDM9AXKP042788', '1M8GDM9AXKP0427ß', '1M8GDM9AXKP０42788'])
    expect(() => decideVin(vin)).toThrow(expect.objectContaining({ code: 'vin-invalid' }));
});

it('does not repeat a refused VIN', () => {
  expect(() => decideVin('IM8GDM9AXKP042788')).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('IM8G') }),
  );
});
