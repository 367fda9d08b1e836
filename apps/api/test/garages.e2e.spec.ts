import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenIn } from './olga-invites.js';
import { aPerson, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

const aGarage = async (name: string): Promise<string> =>
  (await robin.call({ url: '/v1/garages', body: { name } })).body.id;
const aVehicleIn = async (garageId: string): Promise<string> =>
  `/v1/vehicles/${(await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore', garageId } })).body.id}`;
const moved = (vehicle: string, garageId: string | null) =>
  robin.call({ method: 'PATCH', url: vehicle, body: { garageId } });
const standsIn = async (vehicle: string) => (await robin.call({ url: vehicle })).body.garageId;
const named = async () =>
  (await robin.call({ url: '/v1/garages' })).body.items.map(({ name }: { name: string }) => name);

test('a deleted garage comes back with the vehicles that nobody has put elsewhere since', async () => {
  const [north, south] = [await aGarage('North'), await aGarage('South')];
  const [stays, moves, leaves] = [await aVehicleIn(north), await aVehicleIn(north), await aVehicleIn(north)];
  expect((await robin.call({ method: 'DELETE', url: `/v1/garages/${north}` })).status).toBe(204);
  expect([await named(), await standsIn(stays)]).toEqual([['South'], null]);
  await moved(moves, south);
  await moved(leaves, south);
  await moved(leaves, null);
  // what a form sends that changes something else
  await robin.call({ method: 'PATCH', url: stays, body: { nickname: 'Cuore', garageId: null } });

  const restored = await robin.call({ method: 'POST', url: `/v1/garages/${north}/restore` });
  expect(restored).toMatchObject({ status: 200, body: { id: north, name: 'North' } });
  expect((await named()).toSorted()).toEqual(['North', 'South']);
  expect([await standsIn(stays), await standsIn(moves), await standsIn(leaves)]).toEqual([
    north,
    south,
    null,
  ]);
});

/** Somebody who is a driver in Robin's tenant. */
async function aDriver(): Promise<Person> {
  const kim = await aPerson(on.app, 'Kim');
  const { tenant } = (await robin.call({ url: '/v1/me' })).body;
  await on.database
    .admin()
    .pool.query(`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES ($1, $2, 'driver')`, [
      tenant.id,
      kim.userId,
    ]);
  return kim;
}

test('a role that somebody had in a garage does not come back with it', async () => {
  const garageId = await aGarage('West');
  const kim = await aDriver();
  const members = `/v1/garages/${garageId}/members`;
  await robin.call({ url: members, body: { userId: kim.userId, role: 'driver' } });
  await robin.call({ method: 'DELETE', url: `/v1/garages/${garageId}` });
  await robin.call({ method: 'POST', url: `/v1/garages/${garageId}/restore` });
  const { items } = (await robin.call({ url: members })).body;
  expect(items.map(({ userId }: { userId: string }) => userId)).not.toContain(kim.userId);
});

/** Asks, until it waits for a lock or is answered. */
async function waitingOf(ask: () => Promise<Reply>): Promise<{ readonly answer: Promise<Reply> }> {
  let isAnswered = false;
  const answer = ask().finally(() => (isAnswered = true));
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const { pool } = on.database.admin();
  await expect.poll(async () => isAnswered || (await pool.query(waiting)).rowCount === 1).toBe(true);
  return { answer };
}

const unknownGarage = { status: 422, body: { errors: [{ pointer: '/garageId', code: 'unknown' }] } };

test.each([
  [
    'moved into',
    unknownGarage,
    async (garageId: string) => {
      const vehicle = await aVehicleIn(await aGarage('Elsewhere'));
      return () => moved(vehicle, garageId);
    },
  ],
  [
    'made in',
    unknownGarage,
    async (garageId: string) => () =>
      robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore', garageId } }),
  ],
  [
    'invited to',
    unknownGarage,
    async (garageId: string) => {
      const { tenant } = (await robin.call({ url: '/v1/me' })).body;
      const offer = { email: 'kim@example.org', role: 'driver', garageId, garageRole: 'manager' };
      return () => robin.call({ url: `/v1/tenants/${tenant.id}/invitations`, body: offer });
    },
  ],
  [
    'joined by invitation into',
    { status: 410, body: { reason: 'revoked' } },
    async (garageId: string) => {
      const { tenant } = (await robin.call({ url: '/v1/me' })).body;
      const kim = await aPerson(on.app, 'Kim');
      const offer = { email: kim.email, role: 'driver', garageId, garageRole: 'driver' };
      const { link } = (await robin.call({ url: `/v1/tenants/${tenant.id}/invitations`, body: offer })).body;
      return () => kim.call({ method: 'POST', url: `/v1/invitations/${tokenIn(link)}/accept`, body: {} });
    },
  ],
  [
    'a role given in',
    { status: 404 },
    async (garageId: string) => {
      const { userId } = await aDriver();
      return () => robin.call({ url: `/v1/garages/${garageId}/members`, body: { userId, role: 'driver' } });
    },
  ],
])('nothing is %s a garage while it is being deleted', async (_what, refused, preparing) => {
  const garageId = await aGarage('Gone');
  const ask = await preparing(garageId);
  const { pool } = on.database.admin();
  const deleting = await pool.connect();
  await deleting.query('BEGIN');
  await deleting.query('UPDATE app.garages SET deleted_at = now() WHERE id = $1', [garageId]);
  const asked = await waitingOf(ask);
  await deleting.query('COMMIT');
  deleting.release();
  expect(await asked.answer).toMatchObject(refused);
});

test('nothing is taken over into a garage that was deleted after it was asked for', async () => {
  const garageId = await aGarage('Going');
  const sam = await aPerson(on.app, 'Sam');
  const { id } = (await sam.call({ url: '/v1/vehicles', body: { nickname: 'Accord' } })).body;
  const offer = { url: `/v1/vehicles/${id}/transfers`, body: { email: robin.email } };
  const { link } = (await sam.call(offer)).body;
  const deleting = await on.database.admin().pool.connect();
  await deleting.query('BEGIN');
  await deleting.query('SELECT FROM app.transfers WHERE vehicle_id = $1 FOR UPDATE', [id]);
  const asked = await waitingOf(() =>
    robin.call({ url: `/v1/transfers/${tokenIn(link)}/accept`, body: { garageId } }),
  );
  await deleting.query('UPDATE app.garages SET deleted_at = now() WHERE id = $1', [garageId]);
  await deleting.query('COMMIT');
  deleting.release();
  expect(await asked.answer).toMatchObject(unknownGarage);
  expect((await sam.call({ url: `/v1/vehicles/${id}` })).body.handedOverAt).toBeNull();
});
