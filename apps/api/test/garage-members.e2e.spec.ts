import type { TenantRole } from '@odolog/access';
import { beforeEach, describe, expect, test } from 'vitest';
import { inAFleet } from './in-a-fleet.js';
import { aPerson } from './test-app.js';

const fleet = inAFleet();
const { aMember, members } = fleet;

describe('a garage', () => {
  let garageId: string;
  beforeEach(async () => {
    garageId = (await fleet.owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  });

  test('gives a member a role in it, which opens what stands there until it is taken away', async () => {
    const driver = await aMember('driver', 'Dana');
    const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } })).body
      .id;
    const url = `/v1/garages/${garageId}/members`;
    const see = async () => (await driver.call({ url: `/v1/vehicles/${van}` })).status;
    expect(await see()).toBe(404);
    const given = await fleet.owner.call({ url, body: { userId: driver.userId, role: 'driver' } });
    expect(given).toMatchObject({ status: 201, body: { id: driver.userId, name: 'Dana', role: 'driver' } });
    expect(await see()).toBe(200);
    expect((await driver.call({ url })).body.items).toEqual([
      { id: driver.userId, name: 'Dana', role: 'driver' },
    ]);
    expect((await driver.call({ url, body: { userId: driver.userId, role: 'manager' } })).status).toBe(403);
    expect((await fleet.owner.call({ method: 'DELETE', url: `${url}/${driver.userId}` })).status).toBe(204);
    expect(await see()).toBe(404);
    expect((await fleet.owner.call({ method: 'DELETE', url: `${url}/${driver.userId}` })).status).toBe(404);
  });

  test('takes no one who does not belong to the tenant', async () => {
    const stranger = await aPerson(fleet.on.app);
    const body = { userId: stranger.userId, role: 'driver' };
    expect((await fleet.owner.call({ url: `/v1/garages/${garageId}/members`, body })).status).toBe(422);
    const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
    const drives = { userId: stranger.userId };
    expect((await fleet.owner.call({ url: `/v1/vehicles/${van}/drivers`, body: drives })).status).toBe(422);
  });

  test('says what may be done with it, and with the vehicles in it', async () => {
    const driver = await aMember('driver');
    await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } });
    await fleet.owner.call({
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
    const van = (await fleet.owner.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId } })).body
      .id;
    await fleet.owner.call({
      url: `/v1/garages/${garageId}/members`,
      body: { userId: driver.userId, role: 'driver' },
    });
    const offer = { email: 'later@example.org', role: 'viewer', garageId, garageRole: 'viewer' };
    const offered = (
      await fleet.owner.call({ url: `${members().replace('members', 'invitations')}`, body: offer })
    ).body;
    expect((await driver.call({ url: `/v1/vehicles/${van}` })).status).toBe(200);
    expect((await fleet.owner.call({ method: 'DELETE', url: `/v1/garages/${garageId}` })).status).toBe(204);
    const audited = async (action: string) =>
      (await fleet.owner.call({ url: `/v1/audit?action=${action}` })).body.items.map(
        ({ subject }: { subject: { id: string } }) => subject.id,
      );
    expect(await audited('garage-role.taken')).toContain(driver.userId);
    expect(await audited('invitation.revoked')).toContain(offered.id);
    expect((await driver.call({ url: `/v1/vehicles/${van}` })).status).toBe(404);
    expect((await fleet.owner.call({ url: `/v1/vehicles/${van}` })).body.garageId).toBeNull();
    expect((await fleet.owner.call({ url: '/v1/garages' })).body.items).toEqual([]);
    expect((await fleet.owner.call({ method: 'DELETE', url: `/v1/garages/${garageId}` })).status).toBe(404);
  });

  test('gets another name', async () => {
    const change = { method: 'PATCH', url: `/v1/garages/${garageId}`, body: { name: 'South' } } as const;
    expect((await fleet.owner.call(change)).body.name).toBe('South');
    expect((await (await aMember('viewer')).call(change)).status).toBe(403);
  });
});

test('nobody ends by a newer invitation one that is not theirs to take back', async () => {
  const manager = await aMember('manager');
  const url = members().replace('members', 'invitations');
  const offer = (role: TenantRole) => ({ email: 'next@example.org', role });
  const { id } = (await fleet.owner.call({ url, body: offer('manager') })).body;
  expect((await manager.call({ url, body: offer('viewer') })).status).toBe(403);
  const { items } = (await fleet.owner.call({ url })).body;
  expect(items.map((item: { id: string }) => item.id)).toEqual([id]);
});
