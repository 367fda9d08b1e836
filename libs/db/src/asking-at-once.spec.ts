import { aTenant, aVehicleRow, testDatabase, type TestDatabase } from '@odolog/testing';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from './database.js';
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
        trx.insertInto('vehicles').values(aVehicleRow({ tenantId, userId })).execute(),
        trx.selectFrom('vehicles').select('nickname').execute(),
      ]);
      return vehicles;
    });
    expect(found).toEqual([{ nickname: 'Octavia' }]);
  });

  it('leave before the first of them is answered', async () => {
    const db = createDatabase({ connectionString: database.url('odolog_api'), max: 1 });
    const happened: string[] = [];
    db.pool.once('acquire', (client: pg.PoolClient) => {
      const query = client.query.bind(client) as (config: pg.QueryConfig) => Promise<unknown>;
      client.query = (async (config: pg.QueryConfig) => {
        happened.push(`asked ${config.text}`);
        const answer = await query(config);
        happened.push(`answered ${config.text}`);
        return answer;
      }) as typeof client.query;
    });
    const { tenantId } = await aTenant(database.admin());
    await forTenant(db, tenantId, (trx) =>
      Promise.all([sql`SELECT 1`.execute(trx), sql`SELECT 2`.execute(trx)]),
    );
    const selects = happened.filter((what) => /SELECT \d/.test(what));
    expect(selects).toEqual(['asked SELECT 1', 'asked SELECT 2', 'answered SELECT 1', 'answered SELECT 2']);
    await db.close();
  });

  it('are refused once the work has ended, whatever still runs of it', async () => {
    let goOn = () => undefined as void;
    const later = new Promise<void>((resolve) => (goOn = resolve));
    let outlives: Promise<unknown> = Promise.resolve();
    const failed = inATenant((trx) => {
      outlives = later.then(() => sql`SELECT 1`.execute(trx));
      return Promise.all([outlives, Promise.reject(new Error('one of them failed'))]);
    });
    await expect(failed).rejects.toThrow('one of them failed');
    goOn();
    await expect(outlives).rejects.toThrow('already rolled back');
  });

  it('are undone together where one of them is refused', async () => {
    const tenant = await aTenant(database.admin());
    const api = database.as('odolog_api');
    const refused = forTenant(api, tenant.tenantId, (trx) =>
      Promise.all([
        trx.insertInto('vehicles').values(aVehicleRow(tenant)).execute(),
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
