import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

let owner: Person;
let guest: Person;
let tenantId: string;
beforeEach(async () => {
  owner = await aPerson(on.app, 'Olga');
  guest = await aPerson(on.app, 'Gustav');
  tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id;
});

const invitations = () => `/v1/tenants/${tenantId}/invitations`;
const tokenIn = (link: string) => link.split('/').at(-1) ?? '';
const accept = (who: Person, token: string, body = {}) =>
  who.call({ method: 'POST', url: `/v1/invitations/${token}/accept`, body });
const decline = (token: string) => ask(on.app, { method: 'POST', url: `/v1/invitations/${token}/decline` });
const look = (token: string) => ask(on.app, { url: `/v1/invitations/${token}` });
const closed = (reason: string) => ({ status: 410, body: { code: 'invitation-closed', reason } });

async function invited(body: object = {}): Promise<{ id: string; token: string }> {
  const answer = await owner.call({
    url: invitations(),
    body: { email: guest.email, role: 'driver', ...body },
  });
  expect(answer.status).toBe(201);
  return { id: answer.body.id, token: tokenIn(answer.body.link) };
}

/** Of what was sent to an address, what is not about the account. */
async function invitationsTo(email: string) {
  return (await messagesTo(on, email)).filter(({ subject }) => subject.includes('invites you'));
}

async function roleOf(person: Person): Promise<string | undefined> {
  const { rows } = await on.database
    .admin()
    .pool.query<{ role: string }>('SELECT role FROM app.memberships WHERE tenant_id = $1 AND user_id = $2', [
      tenantId,
      person.userId,
    ]);
  return rows[0]?.role;
}

test('someone is asked by mail, looks at it without an account, and joins with one', async () => {
  const garageId = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  const { token } = await invited({ email: guest.email.toUpperCase(), garageId, garageRole: 'driver' });
  const [message] = await invitationsTo(guest.email);
  expect(message?.subject).toBe('Olga invites you to Olga on Odolog');
  expect(message?.text).toContain(`${publicUrl}/invitations/${token}`);
  expect((await look(token)).body).toEqual({
    email: guest.email,
    role: 'driver',
    status: 'pending',
    expiresAt: expect.any(String),
    tenant: { name: 'Olga', kind: 'personal' },
    invitedBy: 'Olga',
    garage: { name: 'North', role: 'driver' },
  });
  expect(
    (await ask(on.app, { method: 'POST', url: `/v1/invitations/${token}/accept`, body: {} })).status,
  ).toBe(401);
  const joined = await accept(guest, token);
  expect(joined.body).toEqual({ id: tenantId, name: 'Olga', kind: 'personal', role: 'driver' });
  const { body } = await guest.call({ url: '/v1/garages', headers: { 'x-tenant-id': tenantId } });
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['North']);
  expect((await owner.call({ url: invitations() })).body.items).toMatchObject([{ status: 'accepted' }]);
});

test('neither the database nor a later answer knows the link', async () => {
  const { id, token } = await invited();
  const { rows } = await on.database
    .admin()
    .pool.query<{ row: string }>('SELECT to_jsonb(i)::text AS row FROM app.invitations i WHERE id = $1', [
      id,
    ]);
  const secret = Buffer.from(token, 'base64url').subarray(32);
  for (const written of [token, secret.toString('hex'), secret.toString('base64')])
    expect(rows[0]?.row).not.toContain(written);
  expect(JSON.stringify((await owner.call({ url: invitations() })).body)).not.toContain(token);
});

test('the same request again mails nothing again', async () => {
  const send = () =>
    owner.call({
      url: invitations(),
      body: { email: guest.email, role: 'viewer' },
      headers: { 'idempotency-key': 'invite' },
    });
  const [first, second] = [await send(), await send()];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toMatchObject({ id: first.body.id, link: null, mail: 'not-sent' });
  expect(await invitationsTo(guest.email)).toHaveLength(1);
});

describe('an invitation works once:', () => {
  test('of two people who accept at the same moment, one joins', async () => {
    const others = await Promise.all([aPerson(on.app), aPerson(on.app), aPerson(on.app)]);
    const { token } = await invited();
    const answers = await Promise.all(others.map((one) => accept(one, token, { confirmAddress: true })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
    const roles = await Promise.all(others.map(roleOf));
    expect(roles.filter((role) => role !== undefined)).toEqual(['driver']);
  });

  test('the same person who accepts twice at the same moment joins once, and is told so twice', async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept(guest, token), accept(guest, token), accept(guest, token)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await roleOf(guest)).toBe('driver');
  });

  test('whoever was removed does not come back with the link', async () => {
    const { token } = await invited();
    await accept(guest, token);
    await owner.call({ method: 'DELETE', url: `/v1/tenants/${tenantId}/members/${guest.userId}` });
    expect(await accept(guest, token)).toMatchObject(closed('accepted'));
    expect(await roleOf(guest)).toBeUndefined();
  });
});

describe('an invitation does not hold', () => {
  test('once it has expired', async () => {
    const { id, token } = await invited();
    await on.database
      .admin()
      .pool.query(`UPDATE app.invitations SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await look(token)).body.status).toBe('expired');
    expect(await accept(guest, token)).toMatchObject(closed('expired'));
    expect(await roleOf(guest)).toBeUndefined();
  });

  test('once it is revoked, also in the moment of being accepted', async () => {
    const { id, token } = await invited();
    const revoke = () => owner.call({ method: 'DELETE', url: `${invitations()}/${id}` });
    const [revoked, accepted] = await Promise.all([revoke(), accept(guest, token)]);
    expect([revoked.status, accepted.status].toSorted()).toEqual(
      revoked.status === 204 ? [204, 410] : [200, 410],
    );
    expect(await roleOf(guest)).toBe(accepted.status === 200 ? 'driver' : undefined);
    const second = await invited({ email: 'someone@example.org' });
    await owner.call({ method: 'DELETE', url: `${invitations()}/${second.id}` });
    expect(await accept(guest, second.token, { confirmAddress: true })).toMatchObject(closed('revoked'));
  });

  test('once it is declined, by whoever holds the link', async () => {
    const { token } = await invited();
    expect((await decline(token)).status).toBe(204);
    expect((await decline(token)).status).toBe(204);
    expect(await accept(guest, token)).toMatchObject(closed('declined'));
  });

  test('once another one has been sent to the same address, or the same one again', async () => {
    const first = await invited();
    const second = await invited();
    expect(await accept(guest, first.token)).toMatchObject(closed('revoked'));
    const resent = await owner.call({ method: 'POST', url: `${invitations()}/${second.id}/resend` });
    expect(resent).toMatchObject({ status: 200, body: { status: 'pending', mail: 'outbox' } });
    expect((await accept(guest, second.token)).status).toBe(404);
    expect((await accept(guest, tokenIn(resent.body.link))).status).toBe(200);
    const again = await owner.call({ method: 'POST', url: `${invitations()}/${second.id}/resend` });
    expect(again).toMatchObject(closed('accepted'));
  });

  test('with a link that was never given, was cut, or names another tenant', async () => {
    const { token } = await invited();
    const bytes = Buffer.from(token, 'base64url');
    const last = bytes.length - 1;
    const changed = Buffer.from(bytes).fill((bytes[last] ?? 0) ^ 1, last);
    const elsewhere = Buffer.concat([Buffer.alloc(16, 7), bytes.subarray(16)]);
    for (const wrong of [changed, elsewhere, Buffer.alloc(64), Buffer.alloc(64, 255)]) {
      expect((await look(wrong.toString('base64url'))).status).toBe(404);
      expect((await accept(guest, wrong.toString('base64url'))).status).toBe(404);
      expect((await decline(wrong.toString('base64url'))).status).toBe(404);
    }
    expect((await look(token.slice(1))).status).toBe(404);
    expect((await look(token)).body.status).toBe('pending');
  });

  test('when whoever sent it has lost the right to', async () => {
    const manager = await aPerson(on.app);
    await addToTenant(on, owner, manager, { role: 'manager' });
    const headers = { 'x-tenant-id': tenantId };
    const body = { email: guest.email, role: 'viewer' };
    const { link } = (await manager.call({ url: invitations(), body, headers })).body;
    await owner.call({ method: 'DELETE', url: `/v1/tenants/${tenantId}/members/${manager.userId}` });
    expect(await accept(guest, tokenIn(link))).toMatchObject(closed('revoked'));
  });
});

test('sent to another address, it has to be confirmed', async () => {
  const { token } = await invited({ email: 'gustav@work.example' });
  const unsure = await accept(guest, token);
  expect(unsure).toMatchObject({ status: 409, body: { code: 'invitation-for-another-address' } });
  expect(await roleOf(guest)).toBeUndefined();
  expect((await accept(guest, token, { confirmAddress: true })).status).toBe(200);
});

test('a member keeps the role that they have', async () => {
  const garageId = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  await addToTenant(on, owner, guest, { role: 'manager' });
  expect(
    await owner.call({ url: invitations(), body: { email: guest.email, role: 'viewer' } }),
  ).toMatchObject({ status: 409, body: { code: 'already-member' } });
  const { token } = await invited({ role: 'viewer', garageId, garageRole: 'driver' });
  expect((await accept(guest, token)).body.role).toBe('manager');
  const { body } = await owner.call({ url: `/v1/garages/${garageId}/members` });
  expect(body.items).toMatchObject([{ id: guest.userId, role: 'driver' }]);
});

describe('nobody invites further than they may:', () => {
  const email = 'friend@example.org';

  test('a manager offers no role above their own', async () => {
    await addToTenant(on, owner, guest, { role: 'manager' });
    for (const role of ['owner', 'manager', 'maintainer']) {
      const answer = await guest.call({
        url: invitations(),
        body: { email, role },
        headers: { 'x-tenant-id': tenantId },
      });
      expect(answer.status).toBe(403);
    }
  });

  test('a manager sends again, and takes back, what they might have offered themselves', async () => {
    await addToTenant(on, owner, guest, { role: 'manager' });
    const headers = { 'x-tenant-id': tenantId };
    const { grantableRoles } = (await guest.call({ url: '/v1/me', headers })).body;
    for (const role of ['owner', 'manager', 'driver', 'viewer']) {
      const { id } = await invited({ email: `${role}@example.org`, role });
      const resent = await guest.call({ method: 'POST', url: `${invitations()}/${id}/resend`, headers });
      const revoked = await guest.call({ method: 'DELETE', url: `${invitations()}/${id}`, headers });
      expect([role, resent.status, revoked.status]).toEqual(
        grantableRoles.includes(role) ? [role, 200, 204] : [role, 403, 403],
      );
    }
  });

  test("a garage's manager asks drivers into that garage, and no one into another", async () => {
    const [north, south] = await Promise.all(
      ['North', 'South'].map(
        async (name) => (await owner.call({ url: '/v1/garages', body: { name } })).body.id as string,
      ),
    );
    await addToTenant(on, owner, guest, { role: 'driver', garageId: north!, garageRole: 'manager' });
    const headers = { 'x-tenant-id': tenantId };
    const inviteTo = (garageId: string, body: object) =>
      guest.call({
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
    const list = await guest.call({ url: `/v1/garages/${north}/invitations`, headers });
    expect(list.body.items).toMatchObject([{ email, status: 'pending' }]);
    expect((await guest.call({ url: invitations(), headers })).status).toBe(403);
    const revoke = { method: 'DELETE', url: `${invitations()}/${sent.body.id}`, headers } as const;
    expect((await guest.call(revoke)).status).toBe(204);
    const ofOwner = await owner.call({ url: invitations(), body: { email, role: 'driver' } });
    expect((await guest.call({ ...revoke, url: `${invitations()}/${ofOwner.body.id}` })).status).toBe(403);
  });

  test('a garage of another tenant does not exist', async () => {
    const foreign = (await guest.call({ url: '/v1/garages', body: { name: 'Foreign' } })).body.id;
    const body = { email, role: 'driver', garageId: foreign, garageRole: 'driver' };
    expect((await owner.call({ url: invitations(), body })).status).toBe(422);
    const url = `/v1/garages/${foreign}/invitations`;
    expect((await owner.call({ url, body: { email, role: 'driver' } })).status).toBe(404);
  });

  test('a garage and a role in it belong together', async () => {
    const body = { email, role: 'driver', garageRole: 'driver' };
    expect((await owner.call({ url: invitations(), body })).status).toBe(422);
  });
});

test('an owner reads in the audit trail who was asked, came, and was removed', async () => {
  const { token } = await invited();
  await accept(guest, token);
  const { userId } = guest;
  await owner.call({
    method: 'PATCH',
    url: `/v1/tenants/${tenantId}/members/${userId}`,
    body: { role: 'viewer' },
  });
  await owner.call({ method: 'DELETE', url: `/v1/tenants/${tenantId}/members/${userId}` });
  const { rows } = await on.database
    .admin()
    .pool.query<{ action: string }>(
      `SELECT action FROM app.audit_entries WHERE tenant_id = $1 AND action ~ '^(invitation|member)' ORDER BY id`,
      [tenantId],
    );
  expect(rows.map(({ action }) => action)).toEqual([
    'invitation.sent',
    'invitation.accepted',
    'member.role-changed',
    'member.removed',
  ]);
});
