import { anEvent, rounds } from '@odolog/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { placeInTheirDay } from '../src/events/place-in-their-day.js';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';
import { header, row, uploads } from './uploads.js';

const day = '2026-03-01';
const shown = (items: readonly { odometer: { value: number } | null }[]) =>
  items.map(({ odometer }) => odometer?.value);

describe('a batch', () => {
  const at = atAVehicle();
  const clock = (time: string) => ({ occurredAt: `${day}T${time}:00+01:00` });

  test.each([
    { of: 'before a lower one with a time', events: [fillUp(day, 1020), fillUp(day, 1010, clock('17:30'))] },
    { of: 'behind a higher one with a time', events: [fillUp(day, 1020, clock('08:00')), fillUp(day, 1010)] },
    { of: 'before a lower one without', events: [fillUp(day, 1020), fillUp(day, 1010)] },
  ])('may have a reading without a time $of', async ({ events }) => {
    await at.recordAll(...events);
    expect(shown((await at.read('timeline')).items)).toEqual([1020, 1010]);
  });

  test.each([
    { of: 'one reading', step: 0 },
    { of: 'readings that ascend', step: 1 },
  ])('of a whole day of readings, $of, is ordered by a few looks at each of them', async ({ step }) => {
    const tenant = { tenantId: randomUUID(), userId: randomUUID() };
    let looks = 0;
    const events = Array.from({ length: 300 }, (_, index) => {
      const event = anEvent('fuel', tenant, randomUUID(), { date: day, km: 1000 + step * index });
      const { odometerM } = event;
      return Object.defineProperty(event, 'odometerM', {
        enumerable: true,
        get: () => {
          looks += 1;
          return odometerM;
        },
      });
    });
    expect(await placeInTheirDay(at.on.resources, events)).toHaveLength(events.length);
    expect(looks).toBeLessThan(20 * events.length);
  });

  test('keeps the order of readings in whatever order it is written down, where some tell their time', async () => {
    const times = ['07:00', undefined, '09:30', undefined, undefined, '12:00', '17:00', undefined];
    const events = times.map((time, index) =>
      fillUp(day, 1000 + 10 * index, time === undefined ? {} : clock(time)),
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(events, { minLength: events.length }), async (shuffled) => {
        const vehicle = await at.aVehicle();
        await at.recordIn(vehicle, ...shuffled);
        const { body } = await at.robin.call({ url: `${vehicle}/timeline` });
        expect(shown(body.items)).toEqual(events.map(({ odometer }) => odometer.value).toReversed());
      }),
      { numRuns: rounds(6, 60) },
    );
  });
});

describe('a file', () => {
  const on = uploads();
  const rows = [row(day, 10_200), row(day, 10_000), row(day, 10_100)];

  test.each([
    { order: 'as they were driven', lines: [1, 2, 0] },
    { order: 'newest first', lines: [0, 2, 1] },
    { order: 'in none', lines: [2, 0, 1] },
  ])('of rows of one day, $order, stands in the order of their readings', async ({ lines }) => {
    const { body } = await on.upload([header, ...lines.map((line) => rows[line])].join('\n'), {
      currency: 'EUR',
    });
    expect(body).toMatchObject({ created: 3, refused: [] });
    expect(shown(await on.timeline())).toEqual([10_200, 10_100, 10_000]);
  });

  test('goes around what was entered by hand with a time on its day, before and after', async () => {
    const url = `/v1/vehicles/${on.vehicleId}/events`;
    const byHand = fillUp(day, 10_050, { occurredAt: `${day}T05:30:00Z` });
    expect((await on.robin.call({ url, body: byHand })).status).toBe(201);
    const { body } = await on.upload([header, ...rows].join('\n'), { currency: 'EUR' });
    expect(body).toMatchObject({ created: 3, refused: [] });
    expect(shown(await on.timeline())).toEqual([10_200, 10_100, 10_050, 10_000]);
    const again = await on.upload([header, ...rows].join('\n'), { currency: 'EUR' });
    expect(again.body).toMatchObject({ created: 0, duplicates: 3 });
  });
});
