import { expect, it } from 'vitest';
import { recentEconomy, type FuelMonth } from './recent-economy.js';

const year = { since: '2026-09-01', yearAgo: '2025-12-01' };
const petrol = (month: string, km: number, litres: number): FuelMonth => ({
  energy: 'petrol',
  month,
  distanceM: km * 1000,
  volumeMl: litres * 1000,
  energyWh: 0,
});

it('weighs the last months against everything before, sum by sum', () => {
  const months = [
    petrol('2025-06-01', 1000, 50),
    petrol('2026-09-01', 500, 30),
    petrol('2026-11-01', 500, 40),
  ];
  expect(recentEconomy(months, year)).toMatchObject({
    energy: 'petrol',
    distanceM: 1_000_000,
    volumeMl: 70_000,
    lPer100Km: 7,
    comparedToAveragePercent: 16.7,
    range: { min: 60, max: 80, average: 60, value: 70 },
  });
});

it('says nothing of a vehicle that was not filled of late, nor of one that never was', () => {
  expect(recentEconomy([petrol('2026-08-01', 500, 30)], year)).toBeNull();
  expect(recentEconomy([], year)).toBeNull();
});

it('speaks of the energy that was used last', () => {
  const gas = { ...petrol('2026-10-01', 500, 40), energy: 'lpg' };
  expect(recentEconomy([petrol('2026-09-01', 500, 30), gas], year)).toMatchObject({
    energy: 'lpg',
    lPer100Km: 8,
  });
});

it('speaks of the same of two energies of a month, in whatever order they come', () => {
  const both = [petrol('2026-10-01', 500, 30), { ...petrol('2026-10-01', 500, 40), energy: 'lpg' }];
  expect(recentEconomy(both, year)?.energy).toBe('lpg');
  expect(recentEconomy(both.toReversed(), year)?.energy).toBe('lpg');
});
