import { expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { inAFleet } from './in-a-fleet.js';
import type { Person } from './test-app.js';

const fleet = inAFleet();

const feedOf = async (person: Person): Promise<{ vehicleId: string; position: number }[]> =>
  (await person.call({ url: '/v1/feed' })).body.items;

/** Three vehicles with an event each, in this order. */
async function threeVehicles() {
  const { owner } = fleet;
  const ids: string[] = [];
  for (const nickname of ['Van', 'Gone', 'Truck']) {
    const { id } = (await owner.call({ url: '/v1/vehicles', body: { nickname } })).body;
    await owner.call({ url: `/v1/vehicles/${id}/events`, body: fillUp('2026-03-01', 1000) });
    ids.push(id);
  }
  const [van, gone, truck] = ids as [string, string, string];
  return { van, gone, truck };
}

test('who sees all of a tenant gets the feed without holes, deleted vehicles among the others', async () => {
  const { owner } = fleet;
  const { van, gone, truck } = await threeVehicles();
  await owner.call({ method: 'DELETE', url: `/v1/vehicles/${gone}` });
  const told = [van, gone, truck].map((vehicleId, at) => ({ vehicleId, position: at + 1 }));
  expect(await feedOf(owner)).toMatchObject(told);
  const { body } = await owner.call({ url: '/v1/vehicles?include=deleted' });
  const deleted = body.items.filter((vehicle: { deletedAt: string | null }) => vehicle.deletedAt !== null);
  expect(deleted).toMatchObject([{ id: gone }]);
  await owner.call({ url: `/v1/vehicles/${gone}/restore`, body: {} });
  expect(await feedOf(owner)).toMatchObject(told);
});

test('who sees a part of it gets what they see now: a deleted vehicle comes back with its restoration', async () => {
  const { owner } = fleet;
  const { van, gone } = await threeVehicles();
  const driver = await fleet.aMember('driver');
  for (const id of [van, gone])
    await owner.call({ url: `/v1/vehicles/${id}/drivers`, body: { userId: driver.userId } });
  const seen = async () => (await feedOf(driver)).map(({ vehicleId }) => vehicleId);
  expect(await seen()).toEqual([van, gone]);
  await owner.call({ method: 'DELETE', url: `/v1/vehicles/${gone}` });
  expect(await seen()).toEqual([van]);
  await owner.call({ url: `/v1/vehicles/${gone}/restore`, body: {} });
  expect(await seen()).toEqual([van, gone]);
});
