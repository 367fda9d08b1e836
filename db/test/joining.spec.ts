import { createHash, randomUUID } from 'node:crypto';
import type { TenantRole } from '@odolog/access';
import { forTenant } from '@odolog/db';
import { aTenant, testDatabase, type TestDatabase, type TestTenant } from '@odolog/testing';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { outcome } from './isolation/as-role.js';

let database: TestDatabase;
let home: TestTenant;
/** Who belongs elsewhere. */
let guest: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  home = await aTenant(database.admin());
});
beforeEach(async () => {
  guest = await aTenant(database.admin());
});
afterAll(() => database.drop());

/** Statements of the process that serves requests, in the tenant that invites. */
const asApi = (...statements: RawBuilder<unknown>[]) =>
  forTenant(database.as('odolog_api'), home.tenantId, async (trx) => {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await statement.execute(trx));
    return rows;
  });

const accepted = (hash: Buffer, userId: string) =>
  asApi(sql`SELECT app.accept_invitation(${hash}, ${userId}) AS "isAccepted"`).then(
    ([row]) => (row as { isAccepted: boolean }).isAccepted,
  );

interface Offer {
  readonly by: string;
  readonly role: TenantRole;
}

const values = ({ by, role }: Offer, hash: Buffer) =>
  sql`${home.tenantId}, ${randomUUID()}, 'a@example.org', ${role}, ${hash}, now() + interval '1 day', ${by}`;

/** @returns the hash of its secret */
async function anInvitation(offer: Offer): Promise<Buffer> {
  const hash = createHash('sha256').update(randomUUID()).digest();
  await asApi(sql`INSERT INTO app.invitations (tenant_id, id, email, role, token_hash, expires_at, created_by)
    VALUES (${values(offer, hash)})`);
  return hash;
}

const rolesOf = async ({ userId }: TestTenant) => {
  const rows = await asApi(sql`SELECT role FROM app.memberships WHERE user_id = ${userId}`);
  return (rows as { role: string }[]).map(({ role }) => role);
};

test('whoever was removed does not come back by the invitation that they accepted', async () => {
  const hash = await anInvitation({ by: home.userId, role: 'driver' });
  expect(await accepted(hash, guest.userId)).toBe(true);
  expect(await rolesOf(guest)).toEqual(['driver']);
  await asApi(sql`DELETE FROM app.memberships WHERE user_id = ${guest.userId}`);
  expect(await accepted(hash, guest.userId)).toBe(false);
  expect(await rolesOf(guest)).toEqual([]);
});

test('two who come at once with one invitation do not both join', async () => {
  const hash = await anInvitation({ by: home.userId, role: 'driver' });
  const other = await aTenant(database.admin());
  const both = await Promise.all([accepted(hash, guest.userId), accepted(hash, other.userId)]);
  expect(both.filter(Boolean)).toHaveLength(1);
});

test.each<[string, string]>([
  ['was taken back', 'revoked_at = now()'],
  ['was declined', 'declined_at = now()'],
  ['has expired', `expires_at = now() - interval '1 second'`],
])('an invitation that %s opens nothing', async (_, how) => {
  const hash = await anInvitation({ by: home.userId, role: 'driver' });
  await asApi(sql`UPDATE app.invitations SET ${sql.raw(how)} WHERE token_hash = ${hash}`);
  expect(await accepted(hash, guest.userId)).toBe(false);
  expect(await rolesOf(guest)).toEqual([]);
});

test('an invitation of somebody who does not belong opens nothing, however it got there', async () => {
  const hash = await anInvitation({ by: guest.userId, role: 'viewer' });
  expect(await accepted(hash, guest.userId)).toBe(false);
  expect(await rolesOf(guest)).toEqual([]);
});

test('a manager’s invitation makes no owner, however it got there', async () => {
  const manager = await aTenant(database.admin());
  await accepted(await anInvitation({ by: home.userId, role: 'manager' }), manager.userId);
  const hash = await anInvitation({ by: manager.userId, role: 'owner' });
  expect(await accepted(hash, guest.userId)).toBe(false);
  expect(await accepted(await anInvitation({ by: manager.userId, role: 'viewer' }), guest.userId)).toBe(true);
});

/** Two transactions that end a membership each before either is done. */
async function endTogether(memberships: readonly TestTenant[]): Promise<void> {
  const clients = await Promise.all(memberships.map(() => database.admin().pool.connect()));
  try {
    for (const [at, { tenantId, userId }] of memberships.entries()) {
      await clients[at]!.query('BEGIN');
      const ending = 'DELETE FROM app.memberships WHERE tenant_id = $1 AND user_id = $2';
      await clients[at]!.query(ending, [tenantId, userId]);
    }
    await Promise.all(clients.map((client) => client.query('COMMIT')));
  } finally {
    for (const client of clients) client.release();
  }
}

test('whoever is put out of both of their tenants at the same moment has one of their own', async () => {
  const { pool } = database.admin();
  const elsewhere = await aTenant(database.admin());
  const { tenantId: own, userId } = await aTenant(database.admin());
  await pool.query('UPDATE app.tenants SET deleted_at = now() WHERE id = $1', [own]);
  const join = `INSERT INTO app.memberships (tenant_id, user_id, role) VALUES ($1, $2, 'driver')`;
  for (const { tenantId } of [home, elsewhere]) await pool.query(join, [tenantId, userId]);
  await endTogether([home, elsewhere].map(({ tenantId }) => ({ tenantId, userId })));
  const { rows } = await pool.query<{ kind: string; role: string }>(
    `SELECT t.kind, m.role FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
      WHERE m.user_id = $1 AND t.deleted_at IS NULL`,
    [userId],
  );
  expect(rows).toEqual([{ kind: 'personal', role: 'owner' }]);
});

test('nobody joins but the audit trail says so', async () => {
  const hash = await anInvitation({ by: home.userId, role: 'driver' });
  await accepted(hash, guest.userId);
  const trail = await asApi(
    sql`SELECT action, subject_kind AS "subjectKind", detail FROM app.audit_entries WHERE actor_id = ${guest.userId}`,
  );
  const detail = { role: 'driver', garageId: null, garageRole: null, otherAddress: true };
  expect(trail).toEqual([{ action: 'invitation.accepted', subjectKind: 'invitation', detail }]);
});

test('the api cannot write that an invitation was accepted, neither later nor at once', async () => {
  const hash = await anInvitation({ by: home.userId, role: 'driver' });
  const later = sql`UPDATE app.invitations SET accepted_at = now(), accepted_by = ${guest.userId} WHERE token_hash = ${hash}`;
  const atOnce = sql`INSERT INTO app.invitations
      (tenant_id, id, email, role, token_hash, expires_at, created_by, accepted_at, accepted_by)
    VALUES (${values({ by: home.userId, role: 'driver' }, hash)}, now(), ${guest.userId})`;
  for (const statement of [later, atOnce]) expect(await outcome(asApi(statement))).toBe('42501');
});
