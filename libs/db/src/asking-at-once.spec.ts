import { aTenant, testDatabase, type TestDatabase } from '@odolog/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forTenant, type TenantTransaction } from './for-tenant.js';

describe('questions of a transaction that are asked at once', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const inATenant = async <Result>(work: (trx: TenantTransaction, of: Tenant) => Promise<Result>) => {
    const tenant = await aTenant(database.admin());
    return forTenant(database.as('odolog_api'), tenant.tenantId, (trx) => work(trx, tenant));
  };

  it('are carried out in their order, what writes among them', async () => {
    const found = await inATenant(async (trx, { tenantId, userId }) => {
      const [, vehicles] = await Promise.all([
        trx.insertInto('vehicles').values(aVehicle(tenantId, userId)).execute(),
        trx.selectFrom('vehicles').select('nickname').execute(),
      ]);
      return vehicles;
    });
    expect(found).toEqual([{ nickname: 'Octavia' }]);
  });

  it('are undone together where one of them is refused', async () => {
    const tenant = await aTenant(database.admin());
    const api = database.as('odolog_api');
    const refused = forTenant(api, tenant.tenantId, (trx) =>
      Promise.all([
        trx.insertInto('vehicles').values(aVehicle(tenant.tenantId, tenant.userId)).execute(),
        sql`SELECT 1 / 0`.execute(trx),
        sql`SELECT 1`.execute(trx),
      ]),
    );
    await expect(refused).rejects.toThrow('division by zero');
    const left = await forTenant(api, tenant.tenantId, (trx) =>
      trx.selectFrom('vehicles').select('id').execute(),
    );
    expect(left).toEqual([]);
  });
});

type Tenant = Awaited<ReturnType<typeof aTenant>>;

const aVehicle = (tenantId: string, userId: string) => ({
  tenantId,
  id: randomUUID(),
  nickname: 'Octavia',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  distanceUnit: 'km',
  volumeUnit: 'L',
  createdBy: userId,
});
