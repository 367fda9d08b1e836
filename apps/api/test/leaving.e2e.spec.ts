import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

const password = 'correct horse battery';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

const leave = ({ cookie }: Person, body: object = { password }) =>
  ask(on.app, { url: '/auth/delete-user', body, headers: { cookie } });
const signIn = ({ email }: Person) => ask(on.app, { url: '/auth/sign-in/email', body: { email, password } });
const tenantOf = async (person: Person) => (await person.call({ url: '/v1/me' })).body.tenant.id as string;

/** What is stored, by a superuser who sees all rows. */
async function stored(query: ReturnType<typeof sql>) {
  return (await query.execute(on.database.admin().kysely)).rows;
}

async function joins(person: Person, tenantId: string, role: string): Promise<void> {
  await stored(
    sql`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenantId}, ${person.userId}, ${role})`,
  );
}

describe('a person who deletes their account', () => {
  test('is gone, with the tenant that was theirs alone, and leaves no name behind', async () => {
    const robin = await aPerson(on.app);
    const tenantId = await tenantOf(robin);
    await robin.call({ url: '/v1/vehicles', body: { nickname: 'Mine' } });
    expect((await leave(robin)).body).toEqual({ success: true, message: 'User deleted' });
    expect((await signIn(robin)).status).toBe(401);
    expect(await stored(sql`SELECT FROM auth."user" WHERE "id" = ${robin.userId}`)).toEqual([]);
    expect(await stored(sql`SELECT FROM auth."session" WHERE "userId" = ${robin.userId}`)).toEqual([]);
    expect(
      await stored(sql`SELECT email, name, deleted_at FROM app.profiles WHERE user_id = ${robin.userId}`),
    ).toEqual([{ email: '', name: '', deletedAt: expect.any(Date) }]);
    const tenant = sql`SELECT name, deleted_at, deleted_by FROM app.tenants WHERE id = ${tenantId}`;
    expect(await stored(tenant)).toEqual([
      { name: '-', deletedAt: expect.any(Date), deletedBy: robin.userId },
    ]);
    const trail = sql`SELECT action FROM app.audit_entries WHERE tenant_id = ${tenantId} AND action = 'person.deleted'`;
    expect(await stored(trail)).toHaveLength(1);
    expect(await stored(sql`SELECT nickname FROM app.vehicles WHERE tenant_id = ${tenantId}`)).toHaveLength(
      1,
    );
    await expect.poll(async () => (await robin.call({ url: '/v1/me' })).status, { timeout: 8_000 }).toBe(401);
  });

  test('may sign up again, as somebody new', async () => {
    const robin = await aPerson(on.app);
    await leave(robin);
    const body = { name: 'Robin', email: robin.email, password };
    const again = await ask(on.app, { url: '/auth/sign-up/email', body });
    expect(again.status).toBe(200);
    expect(again.body.user.id).not.toBe(robin.userId);
  });

  test.each([{}, { password: 'wrong horse battery' }])('says the password: not %j', async (body) => {
    const robin = await aPerson(on.app);
    expect(await leave(robin, body)).toMatchObject({
      status: 422,
      body: { code: 'password-wrong', errors: [{ pointer: '/password' }] },
    });
    expect((await signIn(robin)).status).toBe(200);
  });

  test('keeps everything as long as others depend on them', async () => {
    const [robin, kim] = [await aPerson(on.app), await aPerson(on.app)];
    const shared = await tenantOf(robin);
    await joins(kim, shared, 'driver');
    expect(await leave(robin)).toMatchObject({
      status: 409,
      body: { code: 'conflict', reason: 'OWNERSHIP_MUST_BE_TRANSFERRED' },
    });
    expect((await signIn(robin)).status).toBe(200);
    expect((await robin.call({ url: '/v1/me' })).body).toMatchObject({
      email: robin.email,
      tenant: { id: shared },
    });
    await stored(
      sql`UPDATE app.memberships SET role = 'owner' WHERE user_id = ${kim.userId} AND tenant_id = ${shared}`,
    );
    expect((await leave(robin)).status).toBe(200);
    const tenants = await stored(sql`SELECT role FROM app.memberships WHERE tenant_id = ${shared}`);
    expect(tenants).toEqual([{ role: 'owner' }]);
    expect(await stored(sql`SELECT deleted_at FROM app.tenants WHERE id = ${shared}`)).toEqual([
      { deletedAt: null },
    ]);
  });

  test('leaves what they shared to the others', async () => {
    const [robin, kim] = [await aPerson(on.app), await aPerson(on.app)];
    const [own, shared] = [await tenantOf(kim), await tenantOf(robin)];
    await joins(kim, shared, 'driver');
    expect((await leave(kim)).status).toBe(200);
    expect(await stored(sql`SELECT FROM app.memberships WHERE user_id = ${kim.userId}`)).toEqual([]);
    const tenants = sql`SELECT id FROM app.tenants WHERE id IN (${own}, ${shared}) AND deleted_at IS NULL`;
    expect(await stored(tenants)).toEqual([{ id: shared }]);
  });
});
