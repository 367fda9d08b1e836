import { describe, expect, it } from 'vitest';
import { computedThird, thirdToCompute } from './computed-third';

const amounts = { volume: '14.21', price: '1.789', total: '25.42', unit: 'L', currency: 'EUR' } as const;

describe('thirdToCompute', () => {
  it('is the total until somebody types it', () => {
    expect(thirdToCompute([])).toBe('total');
    expect(thirdToCompute(['volume'])).toBe('total');
    expect(thirdToCompute(['volume', 'price'])).toBe('total');
  });

  it('is the price, which habit filled in, once volume and total are typed', () => {
    expect(thirdToCompute(['volume', 'total'])).toBe('price');
  });

  it('is the volume once the total alone is typed: the pump shows it, and the price is the last one', () => {
    expect(thirdToCompute(['total'])).toBe('volume');
    expect(thirdToCompute(['price', 'total'])).toBe('volume');
  });

  it('is the one that was typed longest ago', () => {
    expect(thirdToCompute(['volume', 'price', 'total'])).toBe('volume');
    expect(thirdToCompute(['volume', 'price', 'total', 'volume'])).toBe('price');
  });
});

describe('computedThird', () => {
  it('rounds a total to the currency’s minor unit', () => {
    expect(computedThird('total', amounts)).toBe('25.42');
    expect(computedThird('total', { ...amounts, price: '180', currency: 'JPY' })).toBe('2558');
  });

  it('gives a price with tenths of a cent, and a volume with two decimals', () => {
    expect(computedThird('price', amounts)).toBe('1.789');
    expect(computedThird('volume', amounts)).toBe('14.21');
  });

  it('says nothing while one of the two is missing, or would divide by nothing', () => {
    expect(computedThird('total', { ...amounts, volume: null })).toBeNull();
    expect(computedThird('price', { ...amounts, volume: '0' })).toBeNull();
    expect(computedThird('volume', { ...amounts, price: null })).toBeNull();
  });
});
