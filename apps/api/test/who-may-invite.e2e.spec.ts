import { describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { olgaInvites } from './olga-invites.js';

const at = olgaInvites();
const { invitations, invited } = at;

describe('nobody invites further than they may:', () => {
  const email = 'friend@example.org';

  test('a manager offers no role above their own', async () => {
    await addToTenant(at.on, at.owner, at.guest, { role: 'manager' });
    for (const role of ['owner', 'manager', 'maintainer']) {
      const answer = await at.guest.call({
        url: invitations(),
        body: { email, role },
        headers: { 'x-tenant-id': at.tenantId },
      });
      expect(answer.status).toBe(403);
    }
  });

  test('a manager sends again, and takes back, what they might have offered themselves', async () => {
    await addToTenant(at.on, at.owner, at.guest, { role: 'manager' });
    const headers = { 'x-tenant-id': at.tenantId };
    const { grantableRoles } = (await at.guest.call({ url: '/v1/me', headers })).body;
    for (const role of ['owner', 'manager', 'driver', 'viewer']) {
      const { id } = await invited({ email: `${role}@example.org`, role });
      const resent = await at.guest.call({ method: 'POST', url: `${invitations()}/${id}/resend`, headers });
      const revoked = await at.guest.call({ method: 'DELETE', url: `${invitations()}/${id}`, headers });
      expect([role, resent.status, revoked.status]).toEqual(
        grantableRoles.includes(role) ? [role, 200, 204] : [role, 403, 403],
      );
    }
  });

  test("a garage's manager asks drivers into that garage, and no one into another", async () => {
    const [north, south] = await Promise.all(
      ['North', 'South'].map(
        async (name) => (await at.owner.call({ url: '/v1/garages', body: { name } })).body.id as string,
      ),
    );
    await addToTenant(at.on, at.owner, at.guest, { role: 'driver', garageId: north!, garageRole: 'manager' });
    const headers = { 'x-tenant-id': at.tenantId };
    const inviteTo = (garageId: string, body: object) =>
      at.guest.call({
        url: `/v1/garages/${garageId}/invitations`,
        body: { email, role: 'driver', ...body },
        headers,
      });
    expect((await inviteTo(south!, {})).status).toBe(404);
    expect((await inviteTo(north!, { tenantRole: 'viewer' })).status).toBe(403);
    const sent = await inviteTo(north!, { role: 'viewer' });
    expect(sent).toMatchObject({
      status: 201,
      body: { role: 'driver', garageRole: 'viewer', garageId: north },
    });
    const list = await at.guest.call({ url: `/v1/garages/${north}/invitations`, headers });
    expect(list.body.items).toMatchObject([{ email, status: 'pending' }]);
    expect((await at.guest.call({ url: invitations(), headers })).status).toBe(403);
    const revoke = { method: 'DELETE', url: `${invitations()}/${sent.body.id}`, headers } as const;
    expect((await at.guest.call(revoke)).status).toBe(204);
    const ofOwner = await at.owner.call({ url: invitations(), body: { email, role: 'driver' } });
    expect((await at.guest.call({ ...revoke, url: `${invitations()}/${ofOwner.body.id}` })).status).toBe(403);
  });

  test('a garage of another tenant does not exist', async () => {
    const foreign = (await at.guest.call({ url: '/v1/garages', body: { name: 'Foreign' } })).body.id;
    const body = { email, role: 'driver', garageId: foreign, garageRole: 'driver' };
    expect((await at.owner.call({ url: invitations(), body })).status).toBe(422);
    const url = `/v1/garages/${foreign}/invitations`;
    expect((await at.owner.call({ url, body: { email, role: 'driver' } })).status).toBe(404);
  });

  test('a garage and a role in it belong together', async () => {
    const body = { email, role: 'driver', garageRole: 'driver' };
    expect((await at.owner.call({ url: invitations(), body })).status).toBe(422);
  });
});
