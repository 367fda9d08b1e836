import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { foldAll } from '@odolog/testing';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

const vehicleOf = async (person: Person, nickname: string): Promise<string> =>
  (await person.call({ url: '/v1/vehicles', body: { nickname, currency: 'EUR' } })).body.id;

const record = (person: Person, vehicleId: string, body: object) =>
  person.call({ url: `/v1/vehicles/${vehicleId}/events`, body });

test('a glance names every vehicle with its last reading, and what of it one may do', async () => {
  const kim = await aPerson(on.app);
  const id = await vehicleOf(kim, 'Octavia');
  await record(kim, id, fillUp('2026-03-01', 1000));
  await foldAll(on.database.as('odolog_worker'));
  expect((await kim.call({ url: '/v1/fleet/glance' })).body).toMatchObject({
    items: [
      {
        id,
        nickname: 'Octavia',
        mayRecord: true,
        mayManage: true,
        former: false,
        lastDate: '2026-03-01',
        odometer: { value: 1000, unit: 'km', date: '2026-03-01' },
        economy: [],
      },
    ],
    counts: { present: 1, former: 0, unread: 0 },
  });
});

test('of more vehicles than asked for, those written to last are named, and all are counted', async () => {
  const kim = await aPerson(on.app);
  const [idle, early, late, sold] = [
    await vehicleOf(kim, 'Idle'),
    await vehicleOf(kim, 'Early'),
    await vehicleOf(kim, 'Late'),
    await vehicleOf(kim, 'Sold'),
  ];
  await record(kim, early, fillUp('2026-03-01', 1000));
  await record(kim, late, fillUp('2026-04-01', 1000));
  await record(kim, sold, { type: 'sold', date: '2026-05-01', data: {} });
  await foldAll(on.database.as('odolog_worker'));
  const named = async (limit: number) => {
    const { items, counts } = (await kim.call({ url: `/v1/fleet/glance?limit=${limit}` })).body;
    return { ids: items.map(({ id }: { id: string }) => id), counts };
  };
  const counts = { present: 3, former: 1, unread: 0 };
  expect(await named(1)).toEqual({ ids: [late], counts });
  expect(await named(2)).toEqual({ ids: [early, late], counts });
  expect(await named(3)).toEqual({ ids: [idle, early, late], counts });
  expect(await named(4)).toEqual({ ids: [idle, early, late, sold], counts });
});
