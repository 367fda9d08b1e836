import { aTenant, testDatabase, type TestDatabase } from '@odolog/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forTenant, type TenantTransaction } from './for-tenant.js';

describe('a connection', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  /** What its connection keeps after some work. */
  async function kept(work: (trx: TenantTransaction) => Promise<unknown>): Promise<string[]> {
    const { tenantId } = await aTenant(database.admin());
    return forTenant(database.as('odolog_api'), tenantId, async (trx) => {
      await work(trx);
      const { rows } = await sql<{ statement: string }>`
        SELECT statement FROM pg_prepared_statements`.execute(trx);
      return rows.map(({ statement }) => statement);
    });
  }

  it('keeps the plan of what is read through it, whatever the values', async () => {
    const asked = (nickname: string) => (trx: TenantTransaction) =>
      trx.selectFrom('vehicles').select('id').where('nickname', '=', nickname).execute();
    const statements = await kept(async (trx) => {
      await asked('Octavia')(trx);
      await asked('Veteran')(trx);
    });
    const ofVehicles = statements.filter((statement) => statement.includes('"nickname" ='));
    expect(ofVehicles).toEqual(['select "id" from "app"."vehicles" where "nickname" = $1']);
  });

  it('keeps none that asks for all columns, which the next version may change', async () => {
    const statements = await kept((trx) => trx.selectFrom('vehicles').selectAll('vehicles').execute());
    expect(statements.filter((statement) => statement.includes('"vehicles".*'))).toEqual([]);
  });

  it('keeps none that writes', async () => {
    const statements = await kept((trx) =>
      trx.updateTable('vehicles').set({ nickname: 'Octavia' }).where('nickname', '=', '').execute(),
    );
    expect(statements.filter((statement) => statement.startsWith('update'))).toEqual([]);
  });

  it('begins a transaction on its way to the first question, and refuses there what it is refused', async () => {
    const unknown = forTenant(database.as('odolog_api'), 'no-uuid', (trx) =>
      trx.selectFrom('vehicles').select('id').execute(),
    );
    await expect(unknown).rejects.toThrow(/invalid input syntax for type uuid/);
  });

  it('ends one in which nothing was asked', async () => {
    const { tenantId } = await aTenant(database.admin());
    const api = database.as('odolog_api');
    expect(await forTenant(api, tenantId, () => Promise.resolve('done'))).toBe('done');
    const failed = forTenant(api, tenantId, () => Promise.reject(new Error('before any question')));
    await expect(failed).rejects.toThrow('before any question');
  });
});
