import type { TenantRole } from '@odolog/access';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

const note = { type: 'note', date: '2026-01-01', data: { text: 'Seen' } };

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

/** A fleet of its own for each test. */
let owner: Person;
let tenantId: string;
beforeEach(async () => {
  const founder = await aPerson(on.app, 'Owner');
  tenantId = (await founder.call({ url: '/v1/tenants', body: { name: 'North Fleet' } })).body.id;
  owner = within(founder);
});

/** The same person, calling in the fleet. */
function within(person: Person): Person {
  const tenant = { 'x-tenant-id': tenantId };
  return {
    ...person,
    call: ({ headers, ...rest }) => person.call({ ...rest, headers: { ...tenant, ...headers } }),
  };
}

async function aMember(role: TenantRole, name: string = role): Promise<Person> {
  const person = await aPerson(on.app, name);
  await addToTenant(on, owner, person, { role });
  return within(person);
}

const members = () => `/v1/tenants/${tenantId}/members`;
const giveRole = (by: Person, to: Person, role: TenantRole) =>
  by.call({ method: 'PATCH', url: `${members()}/${to.userId}`, body: { role } });
const remove = (by: Person, whom: Person) =>
  by.call({ method: 'DELETE', url: `${members()}/${whom.userId}` });
const leave = (who: Person) => who.call({ method: 'POST', url: `/v1/tenants/${tenantId}/leave` });
const lastOwner = { status: 409, body: { code: 'last-owner' } };

async function ownersOf(): Promise<string[]> {
  const { rows } = await on.database
    .admin()
    .pool.query<{ userId: string }>(
      `SELECT user_id AS "userId" FROM app.memberships WHERE tenant_id = $1 AND role = 'owner'`,
      [tenantId],
    );
  return rows.map(({ userId }) => userId);
}

describe('a fleet', () => {
  test('belongs to whoever makes it, beside their own tenant, and X-Tenant-Id switches', async () => {
    const { body } = await owner.call({ url: '/v1/me' });
    expect(body.tenant).toEqual({ id: tenantId, name: 'North Fleet', kind: 'fleet', role: 'owner' });
    expect(body.tenants.map(({ kind }: { kind: string }) => kind)).toEqual(['personal', 'fleet']);
    await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } });
    const own = body.tenants[0].id;
    const headers = { 'x-tenant-id': own };
    expect((await owner.call({ url: '/v1/vehicles', headers })).body.items).toEqual([]);
    expect((await owner.call({ url: '/v1/vehicles' })).body.items).toHaveLength(1);
  });

  test('is made once for one Idempotency-Key', async () => {
    const make = (name: string) =>
      owner.call({ url: '/v1/tenants', body: { name }, headers: { 'idempotency-key': 'fleet' } });
    const [first, second] = [await make('South'), await make('South')];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(await make('East')).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });

  test('gets another name from its owner alone', async () => {
    const rename = (by: Person) =>
      by.call({ method: 'PATCH', url: `/v1/tenants/${tenantId}`, body: { name: 'South Fleet' } });
    expect((await rename(await aMember('manager'))).status).toBe(403);
    expect((await rename(owner)).body.name).toBe('South Fleet');
    expect((await owner.call({ url: '/v1/me' })).body.tenant.name).toBe('South Fleet');
  });
});

describe('members', () => {
  test('are listed with roles; addresses, garages and vehicles only for those who manage them', async () => {
    const driver = await aMember('driver', 'Dana');
    const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    await owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
    const seenBy = async (who: Person) =>
      (await who.call({ url: members() })).body.items.find(({ id }: { id: string }) => id === driver.userId);
    const all = {
      id: driver.userId,
      name: 'Dana',
      role: 'driver',
      joinedAt: expect.any(String),
      provided: false,
      garages: [],
    };
    expect(await seenBy(owner)).toEqual({ ...all, email: driver.email, vehicles: [van] });
    expect(await seenBy(driver)).toEqual({ ...all, email: driver.email, vehicles: [van] });
    expect(await seenBy(await aMember('viewer'))).toEqual({ ...all, email: null, vehicles: [] });
  });

  test('whom a provider elsewhere put in are told apart: it brings them back', async () => {
    const driver = await aMember('driver');
    await on.database
      .admin()
      .pool.query(
        `UPDATE app.memberships SET provided_by = 'elsewhere' WHERE user_id = $1 AND role = 'driver'`,
        [driver.userId],
      );
    const { items } = (await owner.call({ url: members() })).body;
    expect(items).toContainEqual(expect.objectContaining({ id: driver.userId, provided: true }));
    expect(items).toContainEqual(expect.objectContaining({ id: owner.userId, provided: false }));
  });

  test('of another tenant cannot be looked at, changed or removed', async () => {
    const stranger = await aPerson(on.app);
    expect((await stranger.call({ url: members() })).status).toBe(404);
    expect((await remove(stranger, owner)).status).toBe(404);
    expect((await giveRole(owner, stranger, 'viewer')).status).toBe(404);
    expect((await remove(owner, stranger)).status).toBe(404);
  });

  test('are drivers and viewers to a manager, who can give no more than that', async () => {
    const [manager, driver] = [await aMember('manager'), await aMember('driver')];
    expect((await giveRole(manager, driver, 'viewer')).status).toBe(200);
    for (const role of ['manager', 'owner', 'maintainer'] as const)
      expect(await giveRole(manager, driver, role)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    expect((await giveRole(manager, manager, 'owner')).status).toBe(403);
    expect((await giveRole(manager, owner, 'viewer')).status).toBe(403);
    expect((await remove(manager, owner)).status).toBe(403);
    expect((await remove(manager, driver)).status).toBe(204);
  });

  test('are gone the moment they are removed, with all that hung on the membership', async () => {
    const driver = await aMember('driver');
    const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    await owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
    const log = () => driver.call({ url: `/v1/vehicles/${van}/events`, body: note });
    expect((await log()).status).toBe(201);
    expect((await remove(owner, driver)).status).toBe(204);
    expect((await log()).status).toBe(404);
    expect((await driver.call({ url: '/v1/vehicles' })).status).toBe(404);
    const { rows } = await on.database
      .admin()
      .pool.query('SELECT FROM app.vehicle_drivers WHERE user_id = $1', [driver.userId]);
    expect(rows).toEqual([]);
  });

  test('are still named beside what they logged once they are removed', async () => {
    const driver = await aMember('driver');
    const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    await owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
    const { id } = (await driver.call({ url: `/v1/vehicles/${van}/events`, body: note })).body.event;
    const recorder = async () =>
      (await owner.call({ url: `/v1/vehicles/${van}/events/${id}` })).body.recordedBy;
    const known = await recorder();
    await remove(owner, driver);
    expect(await recorder()).toEqual(known);
    expect(known).toEqual({ id: driver.userId, name: 'driver' });
  });

  test('are changed by what they are at that moment, not by what they were when it was asked', async () => {
    const [manager, driver] = [await aMember('manager'), await aMember('driver')];
    const demoted = await whilePromoting(driver, 'owner', () => giveRole(manager, driver, 'viewer'));
    expect(demoted).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const removed = await whilePromoting(driver, 'manager', () => remove(manager, driver));
    expect(removed.status).toBe(403);
  });

  test('are changed by who is a manager at that moment', async () => {
    const [manager, driver] = [await aMember('manager'), await aMember('driver')];
    const given = await whilePromoting(manager, 'viewer', () => giveRole(manager, driver, 'viewer'));
    expect(given).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('lose a role, and what it allowed, at once', async () => {
    const manager = await aMember('manager');
    const add = () => manager.call({ url: '/v1/vehicles', body: { nickname: 'Van' } });
    expect((await add()).status).toBe(201);
    await giveRole(owner, manager, 'viewer');
    expect((await add()).status).toBe(403);
  });

  test('may leave, and are then no members', async () => {
    const viewer = await aMember('viewer');
    expect((await leave(viewer)).status).toBe(204);
    expect((await viewer.call({ url: '/v1/vehicles' })).status).toBe(404);
    expect((await leave(viewer)).status).toBe(404);
  });
});

/** Asks while another transaction has given somebody another role, and not ended; it ends when the request waits for it. */
async function whilePromoting(
  { userId }: Person,
  role: TenantRole,
  asks: () => Promise<Reply>,
): Promise<Reply> {
  const { pool } = on.database.admin();
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE app.memberships SET role = $3 WHERE tenant_id = $1 AND user_id = $2', [
    tenantId,
    userId,
    role,
  ]);
  const asked = asks();
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
  await client.query('COMMIT');
  client.release();
  return asked;
}

describe('an owner cannot be locked out:', () => {
  test('the last one neither leaves, nor is removed or demoted, not even by themselves', async () => {
    expect(await leave(owner)).toMatchObject(lastOwner);
    expect(await remove(owner, owner)).toMatchObject(lastOwner);
    expect(await giveRole(owner, owner, 'manager')).toMatchObject(lastOwner);
    expect(await ownersOf()).toEqual([owner.userId]);
  });

  test('another one can neither demote nor remove them, and is not offered to', async () => {
    const founder = owner;
    const other = await aMember('owner');
    for (const role of ['manager', 'viewer', 'maintainer'] as const)
      expect(await giveRole(other, founder, role)).toMatchObject({ status: 403 });
    expect(await remove(other, founder)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const { takeableRoles } = (await other.call({ url: '/v1/me' })).body;
    expect(takeableRoles).toEqual(['manager', 'driver', 'viewer']);
    expect(await ownersOf()).toHaveLength(2);
    expect((await giveRole(other, other, 'manager')).status).toBe(200);
    expect(await ownersOf()).toEqual([founder.userId]);
  });

  test('two who step down at the same moment leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await aMember('owner');
      const answers = await Promise.all([giveRole(owner, owner, 'viewer'), giveRole(other, other, 'viewer')]);
      const left = await ownersOf();
      expect(left).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      owner = left[0] === owner.userId ? owner : other;
    }
  });

  test('two who leave at the same moment leave one', async () => {
    const other = await aMember('owner');
    const answers = await Promise.all([leave(owner), leave(other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await ownersOf()).toHaveLength(1);
  });

  test('the database itself refuses, at every isolation level', async () => {
    const other = await aMember('owner');
    for (const level of ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE']) {
      const [a, b] = [
        await on.database.as('odolog_api').pool.connect(),
        await on.database.as('odolog_api').pool.connect(),
      ];
      const outcomes = [];
      try {
        for (const client of [a, b]) {
          await client.query(`BEGIN ISOLATION LEVEL ${level}`);
          await client.query('SELECT app.set_tenant($1)', [tenantId]);
          await client.query('SELECT FROM app.memberships');
        }
        const demote = `UPDATE app.memberships SET role = 'viewer' WHERE tenant_id = $1 AND user_id = $2`;
        await a.query(demote, [tenantId, owner.userId]);
        const second = b.query(demote, [tenantId, other.userId]);
        second.catch(() => undefined);
        await a.query('COMMIT');
        outcomes.push(...(await Promise.allSettled([second])));
        await b.query('ROLLBACK');
      } finally {
        a.release();
        b.release();
      }
      expect({ level, outcome: outcomes[0]?.status }).toEqual({ level, outcome: 'rejected' });
      expect(await ownersOf()).toEqual([other.userId]);
      await on.database
        .admin()
        .pool.query(`UPDATE app.memberships SET role = 'owner' WHERE tenant_id = $1`, [tenantId]);
    }
  });

  test('ownership goes to another member, and the one before stays as a manager', async () => {
    const heir = await aMember('driver');
    const transfer = (by: Person, userId: string) =>
      by.call({ url: `/v1/tenants/${tenantId}/transfer`, body: { userId } });
    expect((await transfer(heir, heir.userId)).status).toBe(403);
    const stranger = await aPerson(on.app);
    expect((await transfer(owner, stranger.userId)).status).toBe(422);
    expect((await transfer(owner, heir.userId)).status).toBe(204);
    expect(await ownersOf()).toEqual([heir.userId]);
    expect((await owner.call({ url: '/v1/me' })).body.tenant.role).toBe('manager');
    expect((await transfer(owner, owner.userId)).status).toBe(403);
  });
});

describe('a garage', () => {
  let garageId: string;
  beforeEach(async () => {
    garageId = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  });

  test('gives a member a role in it, which opens what stands there until it is taken away', async () => {
    const driver = await aMember('driver', 'Dana');
    const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } })).body.id;
    const url = `/v1/garages/${garageId}/members`;
    const see = async () => (await driver.call({ url: `/v1/vehicles/${van}` })).status;
    expect(await see()).toBe(404);
    const given = await owner.call({ url, body: { userId: driver.userId, role: 'driver' } });
    expect(given).toMatchObject({ status: 201, body: { id: driver.userId, name: 'Dana', role: 'driver' } });
    expect(await see()).toBe(200);
    expect((await driver.call({ url })).body.items).toEqual([
      { id: driver.userId, name: 'Dana', role: 'driver' },
    ]);
    expect((await driver.call({ url, body: { userId: driver.userId, role: 'manager' } })).status).toBe(403);
    expect((await owner.call({ method: 'DELETE', url: `${url}/${driver.userId}` })).status).toBe(204);
    expect(await see()).toBe(404);
    expect((await owner.call({ method: 'DELETE', url: `${url}/${driver.userId}` })).status).toBe(404);
  });

  test('takes no one who does not belong to the tenant', async () => {
    const stranger = await aPerson(on.app);
    const body = { userId: stranger.userId, role: 'driver' };
    expect((await owner.call({ url: `/v1/garages/${garageId}/members`, body })).status).toBe(422);
    const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    const drives = { userId: stranger.userId };
    expect((await owner.call({ url: `/v1/vehicles/${van}/drivers`, body: drives })).status).toBe(422);
  });

  test('says what may be done with it, and with the vehicles in it', async () => {
    const driver = await aMember('driver');
    await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } });
    await owner.call({
      url: `/v1/garages/${garageId}/members`,
      body: { userId: driver.userId, role: 'driver' },
    });
    const allowed = async (url: string) => (await driver.call({ url })).body.items[0].allowed;
    const may = [
      'vehicle.read',
      'event.record',
      'event.correct',
      'reminder.manage',
      'garage.read',
      'tenant.read',
      'keys.manage',
    ];
    expect(await allowed('/v1/garages')).toEqual(may);
    expect(await allowed('/v1/vehicles')).toEqual(may);
    const me = (await driver.call({ url: '/v1/me' })).body;
    expect(me).toMatchObject({ allowed: ['tenant.read', 'keys.manage'], grantableRoles: [] });
    expect(me.allowedSomewhere).toEqual(may);
  });

  test('that is taken away leaves its vehicles, and nobody a role', async () => {
    const driver = await aMember('driver');
    const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } })).body.id;
    await owner.call({
      url: `/v1/garages/${garageId}/members`,
      body: { userId: driver.userId, role: 'driver' },
    });
    const offer = { email: 'later@example.org', role: 'viewer', garageId, garageRole: 'viewer' };
    const offered = (await owner.call({ url: `${members().replace('members', 'invitations')}`, body: offer }))
      .body;
    expect((await driver.call({ url: `/v1/vehicles/${van}` })).status).toBe(200);
    expect((await owner.call({ method: 'DELETE', url: `/v1/garages/${garageId}` })).status).toBe(204);
    const audited = async (action: string) =>
      (await owner.call({ url: `/v1/audit?action=${action}` })).body.items.map(
        ({ subject }: { subject: { id: string } }) => subject.id,
      );
    expect(await audited('garage-role.taken')).toContain(driver.userId);
    expect(await audited('invitation.revoked')).toContain(offered.id);
    expect((await driver.call({ url: `/v1/vehicles/${van}` })).status).toBe(404);
    expect((await owner.call({ url: `/v1/vehicles/${van}` })).body.garageId).toBeNull();
    expect((await owner.call({ url: '/v1/garages' })).body.items).toEqual([]);
    expect((await owner.call({ method: 'DELETE', url: `/v1/garages/${garageId}` })).status).toBe(404);
  });

  test('gets another name', async () => {
    const change = { method: 'PATCH', url: `/v1/garages/${garageId}`, body: { name: 'South' } } as const;
    expect((await owner.call(change)).body.name).toBe('South');
    expect((await (await aMember('viewer')).call(change)).status).toBe(403);
  });
});

test('nobody ends by a newer invitation one that is not theirs to take back', async () => {
  const manager = await aMember('manager');
  const url = members().replace('members', 'invitations');
  const offer = (role: TenantRole) => ({ email: 'next@example.org', role });
  const { id } = (await owner.call({ url, body: offer('manager') })).body;
  expect((await manager.call({ url, body: offer('viewer') })).status).toBe(403);
  const { items } = (await owner.call({ url })).body;
  expect(items.map((item: { id: string }) => item.id)).toEqual([id]);
});

test('the stream of events ends for whoever is removed while they listen', async () => {
  const driver = await aMember('driver');
  const van = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
  await owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
  await owner.call({ url: `/v1/vehicles/${van}/events`, body: note });
  await on.app.listen(0, '127.0.0.1');
  const { port } = on.app.getHttpServer().address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/feed/stream`, {
    headers: { authorization: `Bearer ${driver.token}`, 'x-tenant-id': tenantId },
  });
  const heard: string[] = [];
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  while (!heard.join('').includes('event: note')) heard.push((await reader.read()).value ?? '');
  await remove(owner, driver);
  await owner.call({ url: `/v1/vehicles/${van}/events`, body: { ...note, data: { text: 'Unseen' } } });
  const rest = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard.push(value);
    }
  };
  await rest().catch(() => undefined);
  expect(heard.join('')).not.toContain('Unseen');
  expect(
    (
      await ask(on.app, {
        url: '/v1/feed',
        headers: { authorization: `Bearer ${driver.token}`, 'x-tenant-id': tenantId },
      })
    ).status,
  ).toBe(404);
});
