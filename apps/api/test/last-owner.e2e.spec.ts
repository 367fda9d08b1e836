import { describe, expect, test } from 'vitest';
import { inAFleet } from './in-a-fleet.js';
import { aPerson, type Person } from './test-app.js';

const fleet = inAFleet();
const { aMember, giveRole, leave, remove } = fleet;
const lastOwner = { status: 409, body: { code: 'last-owner' } };

async function ownersOf(): Promise<string[]> {
  const { rows } = await fleet.on.database
    .admin()
    .pool.query<{ userId: string }>(
      `SELECT user_id AS "userId" FROM app.memberships WHERE tenant_id = $1 AND role = 'owner'`,
      [fleet.tenantId],
    );
  return rows.map(({ userId }) => userId);
}

describe('an owner cannot be locked out:', () => {
  test('the last one neither leaves, nor is removed or demoted, not even by themselves', async () => {
    expect(await leave(fleet.owner)).toMatchObject(lastOwner);
    expect(await remove(fleet.owner, fleet.owner)).toMatchObject(lastOwner);
    expect(await giveRole(fleet.owner, fleet.owner, 'manager')).toMatchObject(lastOwner);
    expect(await ownersOf()).toEqual([fleet.owner.userId]);
  });

  test('another one can neither demote nor remove them, and is not offered to', async () => {
    const founder = fleet.owner;
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
    let { owner } = fleet;
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
    const answers = await Promise.all([leave(fleet.owner), leave(other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(await ownersOf()).toHaveLength(1);
  });

  test('the database itself refuses, at every isolation level', async () => {
    const other = await aMember('owner');
    for (const level of ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE']) {
      const [a, b] = [
        await fleet.on.database.as('odolog_api').pool.connect(),
        await fleet.on.database.as('odolog_api').pool.connect(),
      ];
      const outcomes = [];
      try {
        for (const client of [a, b]) {
          await client.query(`BEGIN ISOLATION LEVEL ${level}`);
          await client.query('SELECT app.set_tenant($1)', [fleet.tenantId]);
          await client.query('SELECT FROM app.memberships');
        }
        const demote = `UPDATE app.memberships SET role = 'viewer' WHERE tenant_id = $1 AND user_id = $2`;
        await a.query(demote, [fleet.tenantId, fleet.owner.userId]);
        const second = b.query(demote, [fleet.tenantId, other.userId]);
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
      await fleet.on.database
        .admin()
        .pool.query(`UPDATE app.memberships SET role = 'owner' WHERE tenant_id = $1`, [fleet.tenantId]);
    }
  });

  test('ownership goes to another member, and the one before stays as a manager', async () => {
    const heir = await aMember('driver');
    const transfer = (by: Person, userId: string) =>
      by.call({ url: `/v1/tenants/${fleet.tenantId}/transfer`, body: { userId } });
    expect((await transfer(heir, heir.userId)).status).toBe(403);
    const stranger = await aPerson(fleet.on.app);
    expect((await transfer(fleet.owner, stranger.userId)).status).toBe(422);
    expect((await transfer(fleet.owner, heir.userId)).status).toBe(204);
    expect(await ownersOf()).toEqual([heir.userId]);
    expect((await fleet.owner.call({ url: '/v1/me' })).body.tenant.role).toBe('manager');
    expect((await transfer(fleet.owner, fleet.owner.userId)).status).toBe(403);
  });
});
