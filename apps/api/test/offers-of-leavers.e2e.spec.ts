import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

let owner: Person;
let leaver: Person;
let tenantId: string;
let garageId: string;
let vehicleId: string;

/** What the leaver has from when they might: an answer holds the link itself. */
interface Offers {
  readonly invitation: string;
  readonly transfer: string;
  readonly share: string;
}

beforeEach(async () => {
  owner = await aPerson(on.app, 'Olga');
  leaver = await aPerson(on.app, 'Lee');
  garageId = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  vehicleId = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } })).body.id;
});

const there = () => ({ 'x-tenant-id': tenantId });
const run = (query: ReturnType<typeof sql>) => query.execute(on.database.admin().kysely);
const fred = 'fred@elsewhere.example';
const linkOf = ({ body }: Reply) => (body.link as string).split('/').at(-1) ?? '';
const invite = (body: object) =>
  leaver.call({ url: `/v1/tenants/${tenantId}/invitations`, body, headers: there() });
const inviteIntoGarage = () =>
  leaver.call({
    url: `/v1/garages/${garageId}/invitations`,
    body: { email: fred, role: 'manager' },
    headers: there(),
  });
const offerVehicle = () =>
  leaver.call({
    url: `/v1/vehicles/${vehicleId}/transfers`,
    body: { email: 'lee@elsewhere.example' },
    headers: there(),
  });
const share = () =>
  leaver.call({ url: `/v1/vehicles/${vehicleId}/shares`, body: { expiresInDays: 365 }, headers: there() });
const takeVehicle = (token: string) =>
  leaver.call({ url: `/v1/transfers/${token}/accept`, body: { confirmAddress: true } });
const join = async (token: string) => {
  const friend = await aPerson(on.app, 'Fred');
  return friend.call({ url: `/v1/invitations/${token}/accept`, body: { confirmAddress: true } });
};

async function offeredAs(standing: Parameters<typeof addToTenant>[3]): Promise<Offers> {
  tenantId = await addToTenant(on, owner, leaver, standing);
  const invited = await (standing.garageId ? inviteIntoGarage() : invite({ email: fred, role: 'driver' }));
  return {
    invitation: linkOf(invited),
    transfer: linkOf(await offerVehicle()),
    share: (await share()).body.token,
  };
}

/** Nobody comes in, nothing goes, and nothing is shown by what was offered; the trail says what was taken back. */
async function expectTakenBack({ invitation, transfer, share: shown }: Offers): Promise<void> {
  expect(await join(invitation)).toMatchObject({ status: 410, body: { reason: 'revoked' } });
  expect((await ask(on.app, { url: `/v1/transfers/${transfer}` })).body.status).toBe('revoked');
  const signedIn = (await leaver.call({ url: '/v1/me' })).status === 200;
  if (signedIn)
    expect(await takeVehicle(transfer)).toMatchObject({ status: 410, body: { reason: 'revoked' } });
  expect((await ask(on.app, { url: `/v1/shares/${shown}` })).status).toBe(404);
  expect((await owner.call({ url: `/v1/vehicles/${vehicleId}` })).body.handedOverAt).toBeNull();
  const { items } = (await owner.call({ url: '/v1/audit?limit=50' })).body;
  const actions = items.map(({ action }: { action: string }) => action);
  for (const what of ['invitation', 'transfer', 'share']) expect(actions).toContain(`${what}.revoked`);
}

const asManager = () => offeredAs({ role: 'manager' });
const asGarageManager = () => offeredAs({ role: 'driver', garageId, garageRole: 'manager' });
const member = () => `/v1/tenants/${tenantId}/members/${leaver.userId}`;
const garageMember = () => `/v1/garages/${garageId}/members/${leaver.userId}`;
const giveRole = (role: string) => owner.call({ method: 'PATCH', url: member(), body: { role } });
const remove = () => owner.call({ method: 'DELETE', url: member() });
const claims = (tenants: readonly string[], roles: readonly string[]) =>
  on.database
    .as('odolog_auth')
    .pool.query('SELECT app.follow_claims($1, $2, now(), $3, $4)', [
      leaver.userId,
      'elsewhere',
      tenants,
      roles,
    ]);
const fromElsewhere = () =>
  run(
    sql`UPDATE app.memberships SET provided_by = 'elsewhere' WHERE user_id = ${leaver.userId} AND tenant_id = ${tenantId}`,
  );

describe('what a manager offered is taken back', () => {
  test('once they are removed: they do not take the vehicle along', async () => {
    const offers = await asManager();
    expect((await remove()).status).toBe(204);
    await expectTakenBack(offers);
  });

  test('once they leave', async () => {
    const offers = await asManager();
    await leaver.call({ method: 'POST', url: `/v1/tenants/${tenantId}/leave` });
    await expectTakenBack(offers);
  });

  test('once they are something less', async () => {
    const offers = await asManager();
    expect((await giveRole('viewer')).status).toBe(200);
    await expectTakenBack(offers);
  });

  test('once the claims of their provider end the membership', async () => {
    const offers = await asManager();
    await fromElsewhere();
    await claims([], []);
    await expectTakenBack(offers);
  });

  test('once the claims of their provider lower it', async () => {
    const offers = await asManager();
    await fromElsewhere();
    await claims([tenantId], ['driver']);
    await expectTakenBack(offers);
  });

  test('once they delete their account', async () => {
    const offers = await asManager();
    const body = { password: 'correct horse battery' };
    const gone = await ask(on.app, { url: '/auth/delete-user', body, headers: { cookie: leaver.cookie } });
    expect(gone.status).toBe(200);
    await expectTakenBack(offers);
  });

  test('with the link to an invitation of others that they had sent again', async () => {
    tenantId = await addToTenant(on, owner, leaver, { role: 'manager' });
    const url = `/v1/tenants/${tenantId}/invitations`;
    const { id } = (await owner.call({ url, body: { email: fred, role: 'driver' } })).body;
    const resent = await leaver.call({ method: 'POST', url: `${url}/${id}/resend`, headers: there() });
    await remove();
    expect((await join(linkOf(resent))).status).toBe(410);
  });
});

describe('what a manager of a garage offered is taken back', () => {
  test('once the role there is taken', async () => {
    const offers = await asGarageManager();
    expect((await owner.call({ method: 'DELETE', url: garageMember() })).status).toBe(204);
    await expectTakenBack(offers);
  });

  test('once the role there is lowered', async () => {
    const offers = await asGarageManager();
    const body = { userId: leaver.userId, role: 'driver' };
    const lowered = await owner.call({ url: `/v1/garages/${garageId}/members`, body });
    expect(lowered.status).toBe(201);
    await expectTakenBack(offers);
  });

  test('once they are removed', async () => {
    const offers = await asGarageManager();
    await remove();
    await expectTakenBack(offers);
  });

  test('of a vehicle that is taken out of it', async () => {
    const { transfer, share: shown } = await asGarageManager();
    await owner.call({ method: 'PATCH', url: `/v1/vehicles/${vehicleId}`, body: { garageId: null } });
    expect((await takeVehicle(transfer)).status).toBe(410);
    expect((await ask(on.app, { url: `/v1/shares/${shown}` })).status).toBe(404);
  });
});

test('what they may still give stays offered', async () => {
  const { transfer, share: shown, invitation } = await asManager();
  await giveRole('owner');
  const headers = { 'x-tenant-id': tenantId };
  const stepped = await leaver.call({ method: 'PATCH', url: member(), body: { role: 'manager' }, headers });
  expect(stepped.status).toBe(200);
  expect((await ask(on.app, { url: `/v1/shares/${shown}` })).status).toBe(200);
  expect((await ask(on.app, { url: `/v1/transfers/${transfer}` })).body.status).toBe('pending');
  expect((await join(invitation)).status).toBe(200);
});

/** Asks while another transaction has removed the leaver, and not ended; it ends when the request waits for it. */
async function whileRemoving(asks: () => Promise<Reply>): Promise<Reply> {
  const { pool } = on.database.admin();
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('DELETE FROM app.memberships WHERE tenant_id = $1 AND user_id = $2', [
    tenantId,
    leaver.userId,
  ]);
  const asked = asks();
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
  await client.query('COMMIT');
  client.release();
  return asked;
}

describe('in the moment in which they are removed', () => {
  test.each([
    ['nobody is invited', () => invite({ email: fred, role: 'driver' })],
    ['no vehicle is offered', offerVehicle],
    ['no history is shared', share],
  ])('%s', async (_, offers) => {
    tenantId = await addToTenant(on, owner, leaver, { role: 'manager' });
    expect(await whileRemoving(offers)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const open = sql`SELECT created_by FROM app.invitations UNION SELECT created_by FROM app.transfers
                      UNION SELECT created_by FROM app.shares`;
    expect((await run(open)).rows).not.toContainEqual({ createdBy: leaver.userId });
  });

  test('they do not take the vehicle', async () => {
    const { transfer } = await asManager();
    expect((await whileRemoving(() => takeVehicle(transfer))).status).toBe(410);
    expect((await owner.call({ url: `/v1/vehicles/${vehicleId}` })).body.handedOverAt).toBeNull();
  });
});

test('a vehicle does not go by an offer that nothing took back, of somebody who may not give it', async () => {
  const { transfer } = await asManager();
  await on.database
    .admin()
    .kysely.transaction()
    .execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await sql`DELETE FROM app.memberships WHERE user_id = ${leaver.userId} AND tenant_id = ${tenantId}`.execute(
        trx,
      );
    });
  expect((await ask(on.app, { url: `/v1/transfers/${transfer}` })).body.status).toBe('pending');
  expect(await takeVehicle(transfer)).toMatchObject({ status: 410, body: { code: 'transfer-closed' } });
  expect((await owner.call({ url: `/v1/vehicles/${vehicleId}` })).body.handedOverAt).toBeNull();
});
