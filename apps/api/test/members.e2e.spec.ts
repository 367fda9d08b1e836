import type { TenantRole } from '@odolog/access';
import { describe, expect, test } from 'vitest';
import { inAFleet } from './in-a-fleet.js';
import { aPerson, ask, type Person, type Reply } from './test-app.js';

const note = { type: 'note', date: '2026-01-01', data: { text: 'Seen' } };

const fleet = inAFleet();
const { aMember, giveRole, leave, members, remove } = fleet;

describe('a fleet', () => {
  test('belongs to whoever makes it, beside their own tenant, and X-Tenant-Id switches', async () => {
    const { body } = await fleet.owner.call({ url: '/v1/me' });
    expect(body.tenant).toEqual({ id: fleet.tenantId, name: 'North Fleet', kind: 'fleet', role: 'owner' });
    expect(body.tenants.map(({ kind }: { kind: string }) => kind)).toEqual(['personal', 'fleet']);
    await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } });
    const own = body.tenants[0].id;
    const headers = { 'x-tenant-id': own };
    expect((await fleet.owner.call({ url: '/v1/vehicles', headers })).body.items).toEqual([]);
    expect((await fleet.owner.call({ url: '/v1/vehicles' })).body.items).toHaveLength(1);
  });

  test('is made once for one Idempotency-Key', async () => {
    const make = (name: string) =>
      fleet.owner.call({ url: '/v1/tenants', body: { name }, headers: { 'idempotency-key': 'fleet' } });
    const [first, second] = [await make('South'), await make('South')];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(await make('East')).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });

  test('gets another name from its owner alone', async () => {
    const rename = (by: Person) =>
      by.call({ method: 'PATCH', url: `/v1/tenants/${fleet.tenantId}`, body: { name: 'South Fleet' } });
    expect((await rename(await aMember('manager'))).status).toBe(403);
    expect((await rename(fleet.owner)).body.name).toBe('South Fleet');
    expect((await fleet.owner.call({ url: '/v1/me' })).body.tenant.name).toBe('South Fleet');
  });
});

describe('members', () => {
  test('are listed with roles; addresses, garages and vehicles only for those who manage them', async () => {
    const driver = await aMember('driver', 'Dana');
    const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    await fleet.owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
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
    expect(await seenBy(fleet.owner)).toEqual({ ...all, email: driver.email, vehicles: [van] });
    expect(await seenBy(driver)).toEqual({ ...all, email: driver.email, vehicles: [van] });
    expect(await seenBy(await aMember('viewer'))).toEqual({ ...all, email: null, vehicles: [] });
  });

  test('whom a provider elsewhere put in are told apart: it brings them back', async () => {
    const driver = await aMember('driver');
    await fleet.on.database
      .admin()
      .pool.query(
        `UPDATE app.memberships SET provided_by = 'elsewhere' WHERE user_id = $1 AND role = 'driver'`,
        [driver.userId],
      );
    const { items } = (await fleet.owner.call({ url: members() })).body;
    expect(items).toContainEqual(expect.objectContaining({ id: driver.userId, provided: true }));
    expect(items).toContainEqual(expect.objectContaining({ id: fleet.owner.userId, provided: false }));
  });

  test('of another tenant cannot be looked at, changed or removed', async () => {
    const stranger = await aPerson(fleet.on.app);
    expect((await stranger.call({ url: members() })).status).toBe(404);
    expect((await remove(stranger, fleet.owner)).status).toBe(404);
    expect((await giveRole(fleet.owner, stranger, 'viewer')).status).toBe(404);
    expect((await remove(fleet.owner, stranger)).status).toBe(404);
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
    expect((await giveRole(manager, fleet.owner, 'viewer')).status).toBe(403);
    expect((await remove(manager, fleet.owner)).status).toBe(403);
    expect((await remove(manager, driver)).status).toBe(204);
  });

  test('are gone the moment they are removed, with all that hung on the membership', async () => {
    const driver = await aMember('driver');
    const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    await fleet.owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
    const log = () => driver.call({ url: `/v1/vehicles/${van}/events`, body: note });
    expect((await log()).status).toBe(201);
    expect((await remove(fleet.owner, driver)).status).toBe(204);
    expect((await log()).status).toBe(404);
    expect((await driver.call({ url: '/v1/vehicles' })).status).toBe(404);
    const { rows } = await fleet.on.database
      .admin()
      .pool.query('SELECT FROM app.vehicle_drivers WHERE user_id = $1', [driver.userId]);
    expect(rows).toEqual([]);
  });

  test('are still named beside what they logged once they are removed', async () => {
    const driver = await aMember('driver');
    const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    await fleet.owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
    const { id } = (await driver.call({ url: `/v1/vehicles/${van}/events`, body: note })).body.event;
    const recorder = async () =>
      (await fleet.owner.call({ url: `/v1/vehicles/${van}/events/${id}` })).body.recordedBy;
    const known = await recorder();
    await remove(fleet.owner, driver);
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
    await giveRole(fleet.owner, manager, 'viewer');
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
  const { pool } = fleet.on.database.admin();
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE app.memberships SET role = $3 WHERE tenant_id = $1 AND user_id = $2', [
    fleet.tenantId,
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

test('the stream of events ends for whoever is removed while they listen', async () => {
  const driver = await aMember('driver');
  const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
  await fleet.owner.call({ url: `/v1/vehicles/${van}/drivers`, body: { userId: driver.userId } });
  await fleet.owner.call({ url: `/v1/vehicles/${van}/events`, body: note });
  await fleet.on.app.listen(0, '127.0.0.1');
  const { port } = fleet.on.app.getHttpServer().address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/feed/stream`, {
    headers: { authorization: `Bearer ${driver.token}`, 'x-tenant-id': fleet.tenantId },
  });
  const heard: string[] = [];
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  while (!heard.join('').includes('event: note')) heard.push((await reader.read()).value ?? '');
  await remove(fleet.owner, driver);
  await fleet.owner.call({ url: `/v1/vehicles/${van}/events`, body: { ...note, data: { text: 'Unseen' } } });
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
      await ask(fleet.on.app, {
        url: '/v1/feed',
        headers: { authorization: `Bearer ${driver.token}`, 'x-tenant-id': fleet.tenantId },
      })
    ).status,
  ).toBe(404);
});
