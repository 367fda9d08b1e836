import { forTenant } from '@odolog/db';
import { describe, expect, it } from 'vitest';
import { getGlances, getSummaries, getVehicleSummary } from '../src/index.js';
import { aSpring, today } from './a-spring.js';

const spring = aSpring();
const { on, read } = spring;
const onDay = (...ids: string[]) => ids.map((id) => ({ id, today }));

describe('the summary of a vehicle', () => {
  it('tells odometer, economy, costs, counts, the last event and what is due next', async () => {
    const summary = await read((trx) => getVehicleSummary(trx, spring.vehicle, { today }));
    expect(summary).toEqual({
      vehicleId: spring.vehicle,
      asOf: today,
      odometer: {
        value: 2200,
        unit: 'km',
        odometerM: 2_200_000,
        trueM: 2_200_000,
        date: '2026-03-10',
        eventId: spring.events.trailing.id,
      },
      hours: null,
      economy: [
        expect.objectContaining({
          energy: 'petrol',
          segments: 2,
          distanceM: 1_100_000,
          volumeMl: 75_000,
          lPer100Km: expect.closeTo(6.818, 3),
        }),
      ],
      cost: [
        {
          currency: 'EUR',
          totalMinor: 911_500,
          runningMinor: 11_500,
          thisMonthMinor: 4000,
          last12MonthsMinor: 911_500,
          perKmMinor: expect.closeTo(9.583, 3),
          purchaseMinor: 900_000,
        },
        {
          currency: 'CHF',
          totalMinor: 900,
          runningMinor: 900,
          thisMonthMinor: 900,
          last12MonthsMinor: 900,
          perKmMinor: 0.75,
        },
      ],
      counts: { events: 9, byType: { expense: 2, fuel: 5, odometer: 1, reminder: 1 } },
      firstDate: '2026-01-01',
      lastEvent: {
        id: spring.events.reminder.id,
        type: 'reminder',
        schemaVersion: 2,
        date: '2026-03-12',
        data: spring.events.reminder.data,
      },
      nextDue: {
        eventId: spring.events.reminder.id,
        reminderId: spring.events.reminder.id,
        title: 'Oil and filter',
        serviceKind: 'engine-oil',
        state: 'upcoming',
        dueDate: '2027-05-01',
        dueOdometerM: 62_000_000,
        dueOn: '2027-05-01',
        used: expect.closeTo(0.05, 1) as number,
        every: { months: 12, distanceM: 6_000_000 },
        anchor: 'completion',
      },
      position: 9,
    });
  });

  it('as of a day past the last event is the one of today', async () => {
    const asOf = today;
    expect(await read((trx) => getVehicleSummary(trx, spring.vehicle, { today, asOf }))).toEqual(
      await read((trx) => getVehicleSummary(trx, spring.vehicle, { today })),
    );
  });

  it('as of a past day knows nothing that is dated later', async () => {
    const asOf = '2026-02-15';
    expect(await read((trx) => getVehicleSummary(trx, spring.vehicle, { today, asOf }))).toMatchObject({
      asOf,
      odometer: { value: 1400 },
      economy: [],
      cost: [{ currency: 'EUR', totalMinor: 905_000, thisMonthMinor: 2000 }],
      counts: { events: 3 },
      lastEvent: { id: spring.events.partial.id },
      nextDue: null,
    });
  });

  it('is empty for a vehicle without spring.events, and for a neighbour', async () => {
    const empty = await on.aVehicle(spring.tenant);
    const summaries = await read((trx) => getSummaries(trx, [spring.vehicle, empty], today));
    expect(summaries.get(empty)).toEqual({
      vehicleId: empty,
      asOf: today,
      odometer: null,
      hours: null,
      economy: [],
      cost: [],
      counts: { events: 0, byType: {} },
      firstDate: null,
      lastEvent: null,
      nextDue: null,
      position: 9,
    });
    const neighbour = await on.aTenant();
    expect(
      await forTenant(on.api(), neighbour.tenantId, (trx) =>
        getVehicleSummary(trx, spring.vehicle, { today }),
      ),
    ).toMatchObject({ odometer: null, cost: [], economy: [], counts: { events: 0 } });
  });
});

describe('a glance at many vehicles', () => {
  it('tells the reading in force, the usual consumption and the last day, and nothing of an empty one', async () => {
    const empty = await on.aVehicle(spring.tenant);
    const glances = await read((trx) => getGlances(trx, onDay(spring.vehicle, empty)));
    expect([...glances]).toEqual([
      [
        spring.vehicle,
        {
          lastDate: '2026-03-12',
          odometer: { value: 2200, unit: 'km', date: '2026-03-10' },
          economy: [{ energy: 'petrol', lPer100Km: expect.closeTo(6.818, 3) as number }],
        },
      ],
    ]);
    const neighbour = await on.aTenant();
    expect(
      await forTenant(on.api(), neighbour.tenantId, (trx) => getGlances(trx, onDay(spring.vehicle))),
    ).toEqual(new Map());
  });
});
