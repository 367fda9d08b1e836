import { expect, it } from 'vitest';
import { habitOf } from './habit';
import type { LoggableVehicle } from './loggable-vehicle';

const vehicle = { currency: 'EUR', volumeUnit: 'L', energies: ['diesel', 'electricity'] } as LoggableVehicle;
const fill = (station: string, currency = 'EUR') => ({
  data: {
    volume: { value: 30, unit: 'L' },
    unitPrice: { amount: '1.789', currency },
    energy: 'diesel',
    station: { name: station },
  },
});

it('fills in the last price, the last station and the last energy', () => {
  expect(habitOf([fill('JET'), fill('Aral'), fill('JET')], vehicle)).toMatchObject({
    data: {
      fill: 'full',
      energy: 'diesel',
      unitPrice: { amount: '1.789', currency: 'EUR' },
      station: { name: 'JET' },
    },
    stations: ['JET', 'Aral'],
  });
});

it('fills in what a full tank usually takes: the middle of the latest, once there are three', () => {
  const full = (value: number, how = 'full') => ({
    data: { energy: 'diesel', fill: how, volume: { value, unit: 'L' } },
  });
  const fills = [full(5, 'partial'), full(44), full(38), full(61)];
  expect(habitOf(fills, vehicle)).toMatchObject({
    usualVolume: 44,
    data: { volume: { value: 44, unit: 'L' } },
  });
  expect(habitOf(fills.slice(0, 3), vehicle).usualVolume).toBeNull();
});

it('does not take a price from abroad for the price at home', () => {
  expect(habitOf([fill('OMV', 'CZK')], vehicle).lastPrice).toBeNull();
});

it('starts a vehicle without fills with the fuel that it runs on', () => {
  expect(habitOf([], vehicle).data).toEqual({ fill: 'full', energy: 'diesel' });
});
