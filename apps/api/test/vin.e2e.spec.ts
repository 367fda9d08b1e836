import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

const report = async (vin: string) => (await robin.call({ url: `/v1/vin/${vin}` })).body;

test('a VIN is checked and decoded', async () => {
  expect(await report('1hgcm82633a004352')).toEqual({
    vin: '1HGCM82633A004352',
    valid: true,
    checkDigit: { found: '3', expected: '3', agrees: true },
    warnings: [],
    make: 'Honda',
    model: 'Accord',
    year: 2003,
    trim: 'EX-V6',
    bodyStyle: 'Coupe',
    engine: '6 cylinders, J30A4',
    energies: ['petrol'],
  });
});

test.each(['1M8GDM9AXKP042788', '11111111111111111', '1N4AL2AP9CC248968', '1HGBH41JXMN109186'])(
  'the check digit of %s agrees',
  async (vin) => {
    expect(await report(vin)).toMatchObject({ valid: true, checkDigit: { agrees: true }, warnings: [] });
  },
);

test.each([
  ['5YJ3E1EA7KF317000', '2', 'Tesla'],
  ['WVWZZZ1JZ3W386752', expect.any(String), 'Volkswagen'],
])('%s is valid, and its check digit warns', async (vin, expected, make) => {
  expect(await report(vin)).toMatchObject({
    valid: true,
    checkDigit: { agrees: false, expected },
    warnings: [{ code: 'vin-check-digit' }],
    make,
  });
});

test.each(['1HGCM82633A00435', '1HGCM82633A00435O', 'IOQ'])('%s can be none', async (vin) => {
  expect(await report(vin)).toMatchObject({ valid: false, checkDigit: null, make: null });
});

test('makes, models and years are suggested while one types', async () => {
  const items = async (url: string) => (await robin.call({ url })).body.items;
  expect((await items('/v1/catalogue/makes?q=toy'))[0]).toBe('Toyota');
  expect(await items('/v1/catalogue/models?make=Honda&q=acc')).toEqual(['Accord', 'Accord Crosstour']);
  const years = await items('/v1/catalogue/years?make=Volkswagen&model=golf');
  expect([years[0], years.at(-1)]).toEqual(['2021', '1985']);
});
