import { aTenant, aVehicleRow, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forTenant } from './for-tenant.js';

describe('a transaction for a tenant', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('sees the rows of its tenant and none of a neighbour', async () => {
    const api = database.as('odolog_api');
    const [mine, neighbour] = [await aTenant(database.admin()), await aTenant(database.admin())];
    for (const { tenantId, userId } of [mine, neighbour]) {
      await forTenant(api, tenantId, (trx) =>
        trx.insertInto('vehicles').values(aVehicleRow({ tenantId, userId })).execute(),
      );
    }
    const seen = await forTenant(api, mine.tenantId, (trx) =>
      trx.selectFrom('vehicles').select('tenantId').execute(),
    );
    expect(seen).toEqual([{ tenantId: mine.tenantId }]);
  });

  it('cannot write a row of a neighbour', async () => {
    const [mine, neighbour] = [await aTenant(database.admin()), await aTenant(database.admin())];
    const write = forTenant(database.as('odolog_api'), mine.tenantId, (trx) =>
      trx
        .insertInto('vehicles')
        .values(aVehicleRow({ ...mine, tenantId: neighbour.tenantId }))
        .execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('leaves no tenant behind: the next statement of the connection sees no rows', async () => {
    const api = database.as('odolog_api');
    const { tenantId, userId } = await aTenant(database.admin());
    await forTenant(api, tenantId, (trx) =>
      trx.insertInto('vehicles').values(aVehicleRow({ tenantId, userId })).execute(),
    );
    expect(await api.kysely.selectFrom('vehicles').selectAll().execute()).toEqual([]);
  });
});
