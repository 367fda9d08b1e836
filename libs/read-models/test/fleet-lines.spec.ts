import { forTenant } from '@odolog/db';
import { anEvent, atAStore } from '@odolog/testing';
import { expect, it } from 'vitest';
import { getFleetLines } from '../src/index.js';

const on = atAStore();

it('shows how a vehicle runs of late among the months of a year, and beside all of its years', async () => {
  const tenant = await on.aTenant();
  const vehicle = await on.aVehicle(tenant);
  const fills = [
    ['2024-01-10', 1000, 40],
    ['2024-06-10', 2000, 100],
    ['2025-03-31', 3000, 60],
    ['2025-04-01', 4000, 90],
    ['2026-02-10', 5000, 84],
  ] as const;
  await on.store.appendAll(
    fills.map(([date, km, litres]) =>
      anEvent('fuel', tenant, vehicle, {
        date,
        km,
        data: {
          volume: { value: litres, unit: 'L' },
          total: { amount: '50.00', currency: 'EUR' },
          energy: 'petrol',
          fill: 'full',
        },
      }),
    ),
  );
  await on.fold();
  const lines = await forTenant(on.api(), tenant.tenantId, (trx) =>
    getFleetLines(trx, [vehicle], '2026-03-20'),
  );
  expect(lines.map(({ economies }) => economies)).toEqual([
    [
      expect.objectContaining({
        energy: 'petrol',
        distanceM: 1_000_000,
        volumeMl: 84_000,
        energyWh: 0,
        lPer100Km: 8.4,
        comparedToAveragePercent: 0.6,
        range: { min: 84, max: 90, average: 83.5, value: 84 },
      }),
    ],
  ]);
});
