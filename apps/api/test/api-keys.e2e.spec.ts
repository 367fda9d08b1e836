import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson, ask, testApp, type Ask, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let owner: Person;
let member: Person;
let tenantId: string;
beforeAll(async () => {
  on = await testApp();
  owner = await aPerson(on.app, 'Owner');
  member = await aPerson(on.app, 'Member');
  tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id;
  await belongs(member, 'manager');
});
afterAll(() => on.close());

async function belongs(person: Person, role: string): Promise<void> {
  await on.database.admin().pool.query(
    `INSERT INTO app.memberships (tenant_id, user_id, role) VALUES ($1, $2, $3)
     ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = excluded.role`,
    [tenantId, person.userId, role],
  );
  await on.resources.cache.clear();
}

const here = () => ({ 'x-tenant-id': tenantId });

async function aKey(of: Person, body: object = {}) {
  const asked = { name: 'Spreadsheet', scopes: ['read'], ...body };
  return (await of.call({ url: '/v1/api-keys', headers: here(), body: asked })).body;
}

const withKey = (secret: string, request: Ask) =>
  ask(on.app, { ...request, headers: { authorization: `Bearer ${secret}`, ...request.headers } });
const vehicles = { url: '/v1/vehicles' };
const aVehicle = { url: '/v1/vehicles', body: { nickname: 'By a program' } };

test('the secret is told once, and only its hash is kept', async () => {
  const { secret, ...key } = await aKey(owner);
  expect(secret).toMatch(/^odo_[\w-]{43}$/);
  expect(key).toMatchObject({
    name: 'Spreadsheet',
    prefix: secret.slice(0, 10),
    scopes: ['read'],
    owner: { id: owner.userId, name: 'Owner' },
    expiresAt: null,
    lastUsedAt: null,
  });
  const { items } = (await owner.call({ url: '/v1/api-keys' })).body;
  expect(items).toContainEqual(key);
  expect(JSON.stringify(items)).not.toContain(secret);
  const { rows } = await on.database
    .admin()
    .pool.query<{ everything: string }>(
      `SELECT string_agg(k::text, '') || (SELECT string_agg(a::text, '') FROM app.audit_entries a) AS everything FROM app.api_keys k`,
    );
  expect(rows[0]?.everything).toContain(key.prefix);
  expect(rows[0]?.everything).not.toContain(secret.slice(10));
  await expect(
    on.database.as('odolog_api').pool.query('SELECT secret_hash FROM app.api_keys'),
  ).rejects.toThrow('permission denied');
});

test('the same Idempotency-Key again makes no second key and tells no secret', async () => {
  const request = {
    url: '/v1/api-keys',
    headers: { 'idempotency-key': 'one' },
    body: { name: 'A', scopes: ['read'] },
  };
  const first = await owner.call(request);
  const second = await owner.call(request);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toEqual({ ...first.body, secret: null });
});

test('is made by whoever has signed in not long ago', async () => {
  const robin = await aPerson(on.app);
  const signedIn = (ago: string) =>
    on.database
      .admin()
      .pool.query(`UPDATE auth."session" SET "createdAt" = now() - $2::interval WHERE "userId" = $1`, [
        robin.userId,
        ago,
      ]);
  const asked = { url: '/v1/api-keys', body: { name: 'Program', scopes: ['read'] } };
  await signedIn('25 hours');
  expect(await robin.call(asked)).toMatchObject({ status: 403, body: { reason: 'SESSION_NOT_FRESH' } });
  expect((await robin.call({ url: '/v1/api-keys' })).body.items).toEqual([]);
  await signedIn('23 hours');
  expect((await robin.call(asked)).status).toBe(201);
});

describe('a key', () => {
  test('opens what its scopes name and its maker may, in the tenant that it was made in', async () => {
    const { secret } = await aKey(owner);
    expect((await withKey(secret, vehicles)).status).toBe(200);
    expect(await withKey(secret, aVehicle)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const elsewhere = (await member.call({ url: '/v1/tenants' })).body.items[0].id;
    const ofMember = (await aKey(member)).secret;
    expect((await withKey(ofMember, { ...vehicles, headers: { 'x-tenant-id': elsewhere } })).status).toBe(
      404,
    );
    const writes = (await aKey(owner, { scopes: ['read', 'write'] })).secret;
    expect((await withKey(writes, aVehicle)).status).toBe(201);
  });

  test('tells of no other tenant of its maker, and not how they sign in', async () => {
    const secret = (await aKey(member)).secret;
    const { tenants, tenant } = (await withKey(secret, { url: '/v1/me' })).body;
    expect(tenants).toEqual([tenant]);
    expect((await withKey(secret, { url: '/v1/tenants' })).body.items).toEqual([tenant]);
    expect((await member.call({ url: '/v1/tenants' })).body.items).toHaveLength(2);
    for (const url of ['/v1/me/account', '/v1/me/sessions'])
      expect((await withKey(secret, { url })).status).toBe(403);
  });

  test('manages no keys and reads no more than a person of its scopes', async () => {
    const { secret } = await aKey(owner, { scopes: ['read', 'write', 'import', 'ops'] });
    expect((await withKey(secret, { url: '/v1/api-keys' })).status).toBe(403);
    const another = { url: '/v1/api-keys', body: { name: 'Another', scopes: ['read'] } };
    expect((await withKey(secret, another)).status).toBe(403);
  });

  test('never does more than its maker: a role that is taken away is taken from the key', async () => {
    const { secret } = await aKey(member, { scopes: ['read', 'write'] });
    expect((await withKey(secret, aVehicle)).status).toBe(201);
    await belongs(member, 'viewer');
    expect((await withKey(secret, aVehicle)).status).toBe(403);
    expect((await withKey(secret, vehicles)).status).toBe(200);
    await belongs(member, 'manager');
  });

  test('dies with the membership, and does not come back with it', async () => {
    const leaving = await aPerson(on.app, 'Leaving');
    await belongs(leaving, 'viewer');
    const { secret } = await aKey(leaving);
    expect((await withKey(secret, vehicles)).status).toBe(200);
    await on.database
      .admin()
      .pool.query('DELETE FROM app.memberships WHERE tenant_id = $1 AND user_id = $2', [
        tenantId,
        leaving.userId,
      ]);
    expect((await withKey(secret, vehicles)).status).toBe(401);
    await belongs(leaving, 'viewer');
    expect((await withKey(secret, vehicles)).status).toBe(401);
  });

  test('opens nothing once it has expired, is unknown, or is cut short', async () => {
    const { secret, id } = await aKey(owner, { expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await withKey(secret, vehicles)).status).toBe(200);
    await on.database
      .admin()
      .pool.query(`UPDATE app.api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    for (const word of [secret, secret.slice(0, -1), `${secret}x`, 'odo_', `odo_${'a'.repeat(43)}`])
      expect(await withKey(word, vehicles)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  test('cannot be made to have expired already', async () => {
    const body = { name: 'Late', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' };
    const reply = await owner.call({ url: '/v1/api-keys', body });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expiresAt' }] } });
  });
});

describe('revoking', () => {
  test('works at once, stands in the audit trail, and only once', async () => {
    const { secret, id } = await aKey(owner, { name: 'Old laptop' });
    expect((await withKey(secret, vehicles)).status).toBe(200);
    const url = `/v1/api-keys/${id}`;
    expect((await owner.call({ method: 'DELETE', url })).status).toBe(204);
    expect((await withKey(secret, vehicles)).status).toBe(401);
    expect((await owner.call({ method: 'DELETE', url })).status).toBe(404);
    const { items } = (await owner.call({ url: '/v1/api-keys' })).body;
    expect(items.map((key: { id: string }) => key.id)).not.toContain(id);
    const trail = (await owner.call({ url: '/v1/audit' })).body.items;
    const about = trail.filter(({ subject }: { subject: { id: string } }) => subject.id === id);
    expect(about).toMatchObject([
      { action: 'key.revoked', detail: { name: 'Old laptop' } },
      { action: 'key.created', detail: { name: 'Old laptop', scopes: ['read'] } },
    ]);
  });

  test('cuts off a feed that the key is listening to', async () => {
    const { secret, id } = await aKey(owner);
    await on.app.listen({ host: '127.0.0.1', port: 0 });
    const feed = await fetch(`${await on.app.getUrl()}/api/v1/feed/stream`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(feed.status).toBe(200);
    await owner.call({ method: 'DELETE', url: `/v1/api-keys/${id}` });
    const ending = feed.text().then(
      () => 'ended',
      () => 'ended',
    );
    expect(await ending).toBe('ended');
  }, 10_000);

  test('is for one’s own keys; an owner sees and revokes those of every member', async () => {
    const ofOwner = await aKey(owner);
    const ofMember = await aKey(member);
    const seen = (await member.call({ url: '/v1/api-keys', headers: here() })).body.items;
    expect(new Set(seen.map((key: { owner: { id: string } }) => key.owner.id))).toEqual(
      new Set([member.userId]),
    );
    const revoke = (of: Person, id: string) =>
      of.call({ method: 'DELETE', url: `/v1/api-keys/${id}`, headers: here() });
    expect((await revoke(member, ofOwner.id)).status).toBe(404);
    expect((await revoke(owner, ofMember.id)).status).toBe(204);
  });
});

test('the last use is noted, and not again within the minute', async () => {
  const { secret, id } = await aKey(owner);
  const lastUse = async () => {
    const { items } = (await owner.call({ url: '/v1/api-keys?limit=200' })).body;
    return items.find((key: { id: string }) => key.id === id).lastUsedAt as string;
  };
  await withKey(secret, vehicles);
  const first = await lastUse();
  expect(Date.now() - Date.parse(first)).toBeLessThan(60_000);
  await Promise.all([1, 2, 3].map(() => withKey(secret, vehicles)));
  expect(await lastUse()).toBe(first);
  await on.database
    .admin()
    .pool.query(`UPDATE app.api_keys SET last_used_at = now() - interval '61 seconds' WHERE id = $1`, [id]);
  await withKey(secret, vehicles);
  expect(Date.parse(await lastUse())).toBeGreaterThan(Date.parse(first) - 1);
});

test('pages of keys follow each other without a gap', async () => {
  const all = (await owner.call({ url: '/v1/api-keys?limit=200' })).body.items;
  const first = (await owner.call({ url: '/v1/api-keys?limit=2' })).body;
  const rest = (await owner.call({ url: `/v1/api-keys?limit=200&cursor=${first.nextCursor}` })).body;
  expect([...first.items, ...rest.items]).toEqual(all);
});
