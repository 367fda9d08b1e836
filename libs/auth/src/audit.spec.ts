import { forTenant } from '@odolog/db';
import { aTenant, testDatabase, type TestDatabase, type TestTenant } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordAudit } from './audit.js';

let database: TestDatabase;
let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  ours = await aTenant(database.admin(), 'Ours');
  theirs = await aTenant(database.admin(), 'Theirs');
  await forTenant(database.as('odolog_api'), ours.tenantId, (trx) =>
    recordAudit(trx, {
      tenantId: ours.tenantId,
      actorId: ours.userId,
      action: 'member.role-changed',
      subjectKind: 'person',
      subjectId: theirs.userId,
      detail: { from: 'driver', to: 'manager' },
    }),
  );
});
afterAll(() => database.drop());

const entriesSeenBy = ({ tenantId }: TestTenant) =>
  forTenant(database.as('odolog_api'), tenantId, (trx) =>
    trx.selectFrom('auditEntries').select(['actorId', 'action', 'subjectId', 'detail']).execute(),
  );

it('keeps who did what to whom, for that tenant alone', async () => {
  expect(await entriesSeenBy(ours)).toEqual([
    {
      actorId: ours.userId,
      action: 'member.role-changed',
      subjectId: theirs.userId,
      detail: { from: 'driver', to: 'manager' },
    },
  ]);
  expect(await entriesSeenBy(theirs)).toEqual([]);
});

it('does not take an entry for another tenant', async () => {
  const smuggled = forTenant(database.as('odolog_api'), theirs.tenantId, (trx) =>
    recordAudit(trx, { tenantId: ours.tenantId, actorId: theirs.userId, action: 'key.created' }),
  );
  await expect(smuggled).rejects.toThrow('row-level security');
});

it('goes with the transaction: what is rolled back was not done', async () => {
  const failed = forTenant(database.as('odolog_api'), theirs.tenantId, async (trx) => {
    await recordAudit(trx, { tenantId: theirs.tenantId, actorId: null, action: 'key.created' });
    throw new Error('the key could not be made');
  });
  await expect(failed).rejects.toThrow('could not be made');
  expect(await entriesSeenBy(theirs)).toEqual([]);
});

const changes = [
  `UPDATE app.audit_entries SET action = 'key.created'`,
  `DELETE FROM app.audit_entries`,
  `TRUNCATE app.audit_entries`,
];
const processes = ['odolog_api', 'odolog_worker', 'odolog_jobs', 'odolog_auth'] as const;

it.each(processes.flatMap((role) => changes.map((change) => [role, change] as const)))(
  '%s may not: %s',
  async (role, change) => {
    await expect(database.as(role).pool.query(change)).rejects.toThrow('permission denied');
  },
);

it.each(changes)('not even who stands above all roles does by mistake: %s', async (change) => {
  await expect(database.admin().pool.query(change)).rejects.toThrow('audit_entries is append-only');
});

it('lets nobody say when an entry was made', async () => {
  const dated = database
    .as('odolog_api')
    .pool.query(
      `INSERT INTO app.audit_entries (tenant_id, action, recorded_at) VALUES ($1, 'key.created', '2020-01-01')`,
      [ours.tenantId],
    );
  await expect(dated).rejects.toThrow('permission denied');
});
