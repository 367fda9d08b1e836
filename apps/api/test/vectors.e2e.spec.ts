import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll } from '@odolog/testing';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

/** The vectors of the field, from the request to the answer: what other trackers get wrong, and what is right. */
let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

async function aVehicle(): Promise<string> {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
  return `/v1/vehicles/${body.id}`;
}

type Fill = readonly [litres: number, km: number, how?: 'partial' | 'missed partial'];

const fillUp = ([litres, km, how]: Fill, index: number) => ({
  type: 'fuel',
  date: `2026-01-${String(index + 1).padStart(2, '0')}`,
  odometer: { value: km, unit: 'km' },
  data: {
    volume: { value: litres, unit: 'L' },
    total: { amount: '10.00', currency: 'EUR' },
    energy: 'petrol',
    fill: how ? 'partial' : 'full',
    ...(how === 'missed partial' && { missedPrevious: true }),
  },
});

/** L/100 km of the segments that have a figure, oldest first, and of the average. */
async function economyOf(vehicle: string) {
  await foldAll(on.database.as('odolog_worker'));
  const { body } = await robin.call({ url: `${vehicle}/fuel-economy` });
  const segments: { lPer100Km?: number }[] = body.segments.toReversed();
  return {
    segments: segments.flatMap(({ lPer100Km }) => lPer100Km ?? []),
    average: body.averages[0]?.lPer100Km,
  };
}

const near = (value: number) => expect.closeTo(value, 2) as number;

describe('consumption is right in whatever order the fills arrive', () => {
  const vectors: readonly (readonly [string, readonly Fill[], number[], number | undefined])[] = [
    [
      'a: a first partial fill is no anchor',
      [
        [10, 1000, 'partial'],
        [60, 1500],
      ],
      [],
      undefined,
    ],
    [
      'b: a missed partial fill voids',
      [
        [40, 1000],
        [10, 1500, 'missed partial'],
        [50, 1700],
      ],
      [],
      undefined,
    ],
    [
      'c: two fills at one odometer',
      [
        [40, 1000],
        [20, 1600, 'partial'],
        [25, 1600],
      ],
      [7.5],
      7.5,
    ],
    [
      'e: a trailing partial fill',
      [
        [40, 1000],
        [40, 1500],
        [10, 1900, 'partial'],
      ],
      [8],
      8,
    ],
    [
      'f: several partial fills',
      [
        [40, 484_166],
        [9.756, 484_848, 'partial'],
        [9.662, 484_900, 'partial'],
        [43.51, 485_044],
      ],
      [7.17],
      7.17,
    ],
  ];
  test.each(vectors)('%s', async (_name, fills, segments, average) => {
    const events = fills.map(fillUp);
    for (const arrival of [events, events.toReversed()]) {
      const vehicle = await aVehicle();
      for (const body of arrival)
        expect(await robin.call({ url: `${vehicle}/events`, body })).toMatchObject({ status: 201 });
      expect(await economyOf(vehicle)).toEqual({
        segments: segments.map(near),
        average: average === undefined ? undefined : near(average),
      });
    }
  });
});

test('d: a digit too many poisons nothing once it is void', async () => {
  const vehicle = await aVehicle();
  const [first, typo, next] = (
    [
      [40, 198_555],
      [40, 1_999_105],
      [40, 199_655],
    ] as const
  ).map(fillUp);
  await robin.call({ url: `${vehicle}/events`, body: first! });
  const { body: slip } = await robin.call({ url: `${vehicle}/events`, body: typo! });
  const refused = await robin.call({ url: `${vehicle}/events`, body: next! });
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'odometer-out-of-order',
      previous: { eventId: slip.event.id },
      waysOut: expect.arrayContaining([{ kind: 'correct-neighbour', eventId: slip.event.id }]) as object[],
    },
  });
  const corrected = await robin.call({
    url: `${vehicle}/events/${slip.event.id}/corrections`,
    body: {
      reason: 'A digit too many',
      event: { ...typo!, odometer: { ...typo!.odometer, void: true } },
    },
  });
  expect(corrected).toMatchObject({ status: 201 });
  expect(await robin.call({ url: `${vehicle}/events`, body: next! })).toMatchObject({ status: 201 });
  expect(await economyOf(vehicle)).toEqual({ segments: [near(7.27)], average: near(7.27) });
  expect((await robin.call({ url: `${vehicle}/odometer` })).body.current.odometer.value).toBe(199_655);
});
