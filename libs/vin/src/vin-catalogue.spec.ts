import { afterAll, describe, expect, test } from 'vitest';
import { energyOf } from './energy-of.js';
import { createVinCatalogue } from './index.js';

const catalogue = createVinCatalogue();
afterAll(() => catalogue.close());

describe('a VIN', () => {
  test('tells make, model, year, trim, engine and energy', async () => {
    expect(await catalogue.decode('1HGCM82633A004352')).toEqual({
      make: 'Honda',
      model: 'Accord',
      year: 2003,
      trim: 'EX-V6',
      bodyStyle: 'Coupe',
      engine: '6 cylinders, J30A4',
      energies: ['petrol'],
    });
  });

  test('whose check digit is wrong is decoded all the same', async () => {
    expect(await catalogue.decode('5YJ3E1EA7KF317000')).toMatchObject({
      make: 'Tesla',
      model: 'Model 3',
      year: 2019,
      energies: ['electricity'],
    });
  });

  test('whose model the catalogue does not know tells maker and year', async () => {
    expect(await catalogue.decode('WVWZZZ1JZ3W386752')).toMatchObject({
      make: 'Volkswagen',
      model: null,
      year: 2003,
    });
    expect(await catalogue.decode('1HGBH41JXMN109186')).toMatchObject({ make: 'Honda', year: 1991 });
  });

  test.each([
    ['TMBJJ7NE0H0123456', 'Škoda', 2017],
    ['JDAL251S000108841', 'Daihatsu', null],
    ['WDB2030461A123456', 'Mercedes-Benz', null],
  ])('of a maker that sells none in America tells the maker: %s', async (vin, make, year) => {
    expect(await catalogue.decode(vin)).toMatchObject({ make, model: null, year });
  });

  test('of nobody tells nothing', async () => {
    expect(await catalogue.decode('11111111111111111')).toBeNull();
  });
});

describe('suggestions', () => {
  test('of makes begin with what was typed, the largest first', async () => {
    expect((await catalogue.makes('toy', 3))[0]).toBe('Toyota');
  });

  test('of makes know those of elsewhere, with their accents or without', async () => {
    expect((await catalogue.makes('sko', 3))[0]).toBe('Škoda');
    expect((await catalogue.makes('ŠKO', 3))[0]).toBe('Škoda');
    expect((await catalogue.makes('dac', 3))[0]).toBe('Dacia');
    const [kia, ...others] = await catalogue.makes('kia', 10);
    expect([kia, others.includes('Kia')]).toEqual(['Kia', false]);
  });

  test('of models are those of the make', async () => {
    expect(await catalogue.models('honda', 'acc', 5)).toEqual(['Accord', 'Accord Crosstour']);
  });

  test('of years are those in which the model was made, newest first', async () => {
    expect(await catalogue.years('tesla', 'model 3', 2021)).toEqual([2021, 2020, 2019, 2018, 2017]);
    expect(await catalogue.years('Daihatsu', 'Cuore', 2027)).toEqual([]);
  });

  test('take what was typed as it is', async () => {
    expect(await catalogue.makes('%', 3)).toEqual([]);
  });
});

test.each([
  ['Gasoline', ['petrol']],
  ['Electric', ['electricity']],
  ['Gasoline, Electric', ['petrol', 'electricity']],
  ['Flexible Fuel Vehicle (FFV)', ['e85']],
  [null, []],
])('%s is %j', (fuel, energies) => {
  expect(energyOf(fuel)).toEqual(energies);
});
