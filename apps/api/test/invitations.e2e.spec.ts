import { describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { olgaInvites, tokenIn } from './olga-invites.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, publicUrl } from './test-app.js';

const at = olgaInvites();
const { accept, decline, invitations, invited, look, roleOf } = at;
const closed = (reason: string) => ({ status: 410, body: { code: 'invitation-closed', reason } });

/** Of what was sent to an address, what is not about the account. */
async function invitationsTo(email: string) {
  return (await messagesTo(at.on, email)).filter(({ subject }) => subject.includes('invites you'));
}

test('someone is asked by mail, looks at it without an account, and joins with one', async () => {
  const garageId = (await at.owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  const { token } = await invited({ email: at.guest.email.toUpperCase(), garageId, garageRole: 'driver' });
  const [message] = await invitationsTo(at.guest.email);
  expect(message?.subject).toBe('Olga invites you to Olga on Odolog');
  expect(message?.text).toContain(`${publicUrl}/invitations/${token}`);
  expect((await look(token)).body).toEqual({
    email: at.guest.email,
    role: 'driver',
    status: 'pending',
    expiresAt: expect.any(String),
    tenant: { name: 'Olga', kind: 'personal' },
    invitedBy: 'Olga',
    garage: { name: 'North', role: 'driver' },
  });
  expect(
    (await ask(at.on.app, { method: 'POST', url: `/v1/invitations/${token}/accept`, body: {} })).status,
  ).toBe(401);
  const joined = await accept(at.guest, token);
  expect(joined.body).toEqual({ id: at.tenantId, name: 'Olga', kind: 'personal', role: 'driver' });
  const { body } = await at.guest.call({ url: '/v1/garages', headers: { 'x-tenant-id': at.tenantId } });
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['North']);
  expect((await at.owner.call({ url: invitations() })).body.items).toMatchObject([{ status: 'accepted' }]);
});

test('neither the database nor a later answer knows the link', async () => {
  const { id, token } = await invited();
  const { rows } = await at.on.database
    .admin()
    .pool.query<{ row: string }>('SELECT to_jsonb(i)::text AS row FROM app.invitations i WHERE id = $1', [
      id,
    ]);
  const secret = Buffer.from(token, 'base64url').subarray(32);
  for (const written of [token, secret.toString('hex'), secret.toString('base64')])
    expect(rows[0]?.row).not.toContain(written);
  expect(JSON.stringify((await at.owner.call({ url: invitations() })).body)).not.toContain(token);
});

test('the same request again mails nothing again', async () => {
  const send = () =>
    at.owner.call({
      url: invitations(),
      body: { email: at.guest.email, role: 'viewer' },
      headers: { 'idempotency-key': 'invite' },
    });
  const [first, second] = [await send(), await send()];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toMatchObject({ id: first.body.id, link: null, mail: 'not-sent' });
  expect(await invitationsTo(at.guest.email)).toHaveLength(1);
});

describe('an invitation works once:', () => {
  test('of two people who accept at the same moment, one joins', async () => {
    const others = await Promise.all([aPerson(at.on.app), aPerson(at.on.app), aPerson(at.on.app)]);
    const { token } = await invited();
    const answers = await Promise.all(others.map((one) => accept(one, token, { confirmAddress: true })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
    const roles = await Promise.all(others.map(roleOf));
    expect(roles.filter((role) => role !== undefined)).toEqual(['driver']);
  });

  test('the same person who accepts twice at the same moment joins once, and is told so twice', async () => {
    const { token } = await invited();
    const answers = await Promise.all([
      accept(at.guest, token),
      accept(at.guest, token),
      accept(at.guest, token),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await roleOf(at.guest)).toBe('driver');
  });

  test('whoever was removed does not come back with the link', async () => {
    const { token } = await invited();
    await accept(at.guest, token);
    await at.owner.call({ method: 'DELETE', url: `/v1/tenants/${at.tenantId}/members/${at.guest.userId}` });
    expect(await accept(at.guest, token)).toMatchObject(closed('accepted'));
    expect(await roleOf(at.guest)).toBeUndefined();
  });
});

describe('an invitation does not hold', () => {
  test('once it has expired', async () => {
    const { id, token } = await invited();
    await at.on.database
      .admin()
      .pool.query(`UPDATE app.invitations SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await look(token)).body.status).toBe('expired');
    expect(await accept(at.guest, token)).toMatchObject(closed('expired'));
    expect(await roleOf(at.guest)).toBeUndefined();
  });

  test('once it is revoked, also in the moment of being accepted', async () => {
    const { id, token } = await invited();
    const revoke = () => at.owner.call({ method: 'DELETE', url: `${invitations()}/${id}` });
    const [revoked, accepted] = await Promise.all([revoke(), accept(at.guest, token)]);
    expect([revoked.status, accepted.status].toSorted()).toEqual(
      revoked.status === 204 ? [204, 410] : [200, 410],
    );
    expect(await roleOf(at.guest)).toBe(accepted.status === 200 ? 'driver' : undefined);
    const second = await invited({ email: 'someone@example.org' });
    await at.owner.call({ method: 'DELETE', url: `${invitations()}/${second.id}` });
    expect(await accept(at.guest, second.token, { confirmAddress: true })).toMatchObject(closed('revoked'));
  });

  test('once it is declined, by whoever holds the link', async () => {
    const { token } = await invited();
    expect((await decline(token)).status).toBe(204);
    expect((await decline(token)).status).toBe(204);
    expect(await accept(at.guest, token)).toMatchObject(closed('declined'));
  });

  test('once another one has been sent to the same address, or the same one again', async () => {
    const first = await invited();
    const second = await invited();
    expect(await accept(at.guest, first.token)).toMatchObject(closed('revoked'));
    const resent = await at.owner.call({ method: 'POST', url: `${invitations()}/${second.id}/resend` });
    expect(resent).toMatchObject({ status: 200, body: { status: 'pending', mail: 'outbox' } });
    expect((await accept(at.guest, second.token)).status).toBe(404);
    expect((await accept(at.guest, tokenIn(resent.body.link))).status).toBe(200);
    const again = await at.owner.call({ method: 'POST', url: `${invitations()}/${second.id}/resend` });
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
      expect((await accept(at.guest, wrong.toString('base64url'))).status).toBe(404);
      expect((await decline(wrong.toString('base64url'))).status).toBe(404);
    }
    expect((await look(token.slice(1))).status).toBe(404);
    expect((await look(token)).body.status).toBe('pending');
  });

  test('when whoever sent it has lost the right to', async () => {
    const manager = await aPerson(at.on.app);
    await addToTenant(at.on, at.owner, manager, { role: 'manager' });
    const headers = { 'x-tenant-id': at.tenantId };
    const body = { email: at.guest.email, role: 'viewer' };
    const { link } = (await manager.call({ url: invitations(), body, headers })).body;
    await at.owner.call({ method: 'DELETE', url: `/v1/tenants/${at.tenantId}/members/${manager.userId}` });
    expect(await accept(at.guest, tokenIn(link))).toMatchObject(closed('revoked'));
  });
});

test('sent to another address, it has to be confirmed', async () => {
  const { token } = await invited({ email: 'gustav@work.example' });
  const unsure = await accept(at.guest, token);
  expect(unsure).toMatchObject({ status: 409, body: { code: 'invitation-for-another-address' } });
  expect(await roleOf(at.guest)).toBeUndefined();
  expect((await accept(at.guest, token, { confirmAddress: true })).status).toBe(200);
});

test('a member keeps the role that they have', async () => {
  const garageId = (await at.owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  await addToTenant(at.on, at.owner, at.guest, { role: 'manager' });
  expect(
    await at.owner.call({ url: invitations(), body: { email: at.guest.email, role: 'viewer' } }),
  ).toMatchObject({ status: 409, body: { code: 'already-member' } });
  const { token } = await invited({ role: 'viewer', garageId, garageRole: 'driver' });
  expect((await accept(at.guest, token)).body.role).toBe('manager');
  const { body } = await at.owner.call({ url: `/v1/garages/${garageId}/members` });
  expect(body.items).toMatchObject([{ id: at.guest.userId, role: 'driver' }]);
});

test('an owner reads in the audit trail who was asked, came, and was removed', async () => {
  const { token } = await invited();
  await accept(at.guest, token);
  const { userId } = at.guest;
  await at.owner.call({
    method: 'PATCH',
    url: `/v1/tenants/${at.tenantId}/members/${userId}`,
    body: { role: 'viewer' },
  });
  await at.owner.call({ method: 'DELETE', url: `/v1/tenants/${at.tenantId}/members/${userId}` });
  const { rows } = await at.on.database
    .admin()
    .pool.query<{ action: string }>(
      `SELECT action FROM app.audit_entries WHERE tenant_id = $1 AND action ~ '^(invitation|member)' ORDER BY id`,
      [at.tenantId],
    );
  expect(rows.map(({ action }) => action)).toEqual([
    'invitation.sent',
    'invitation.accepted',
    'member.role-changed',
    'member.removed',
  ]);
});
