import { expect, it } from 'vitest';
import { recentEconomies, type FuelMonth } from './recent-economies.js';

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
  expect(recentEconomies(months, year)).toMatchObject([
    {
      energy: 'petrol',
      distanceM: 1_000_000,
      volumeMl: 70_000,
      lPer100Km: 7,
      comparedToAveragePercent: 16.7,
      range: { min: 60, max: 80, average: 60, value: 70 },
    },
  ]);
});

it('says nothing of a vehicle that was not filled of late, nor of one that never was', () => {
  expect(recentEconomies([petrol('2026-08-01', 500, 30)], year)).toEqual([]);
  expect(recentEconomies([], year)).toEqual([]);
});

it('speaks of each energy that was used of late, of the last one first', () => {
  const gas = { ...petrol('2026-10-01', 500, 40), energy: 'lpg' };
  const charged = { ...petrol('2026-08-01', 500, 0), energy: 'electricity', energyWh: 90_000 };
  expect(recentEconomies([petrol('2026-09-01', 500, 30), gas, charged], year)).toMatchObject([
    { energy: 'lpg', lPer100Km: 8 },
    { energy: 'petrol', lPer100Km: 6 },
  ]);
});

it('names two energies of a month in the same order, in whatever order they come', () => {
  const both = [petrol('2026-10-01', 500, 30), { ...petrol('2026-10-01', 500, 40), energy: 'lpg' }];
  const energies = (months: readonly FuelMonth[]) =>
    recentEconomies(months, year).map(({ energy }) => energy);
  expect(energies(both)).toEqual(['lpg', 'petrol']);
  expect(energies(both.toReversed())).toEqual(['lpg', 'petrol']);
});
