import { forTenant } from '@odolog/db';
import { anEvent, aReading, atAStore, type TestTenant } from '@odolog/testing';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { findTimelineFeedDrift, refreshTimelineFeed } from '../src/index.js';

const on = atAStore();
let tenant: TestTenant;
let vehicle: string;
beforeEach(async () => {
  tenant = await on.aTenant();
  vehicle = await on.aVehicle(tenant);
  await on.store.append(aReading(tenant, vehicle, { km: 1000 }));
  const data = { category: 'toll', total: { amount: '4.20', currency: 'EUR' } };
  await on.store.append(anEvent('expense', tenant, vehicle, { data }));
  await on.fold();
  await refreshTimelineFeed(jobs());
});

const jobs = () => on.database.as('odolog_jobs');

/** By the view that shows a tenant its own months. */
const feedOf = ({ tenantId }: TestTenant) =>
  forTenant(on.api(), tenantId, async (trx) => {
    const { rows } = await sql`
      SELECT vehicle_id, to_char(month, 'YYYY-MM') AS month, events, events_by_type, costs
        FROM app.timeline_feed`.execute(trx);
    return rows;
  });

describe('the timeline feed', () => {
  it('shows a tenant its months as of the last refresh', async () => {
    expect(await feedOf(tenant)).toEqual([
      {
        vehicleId: vehicle,
        month: '2026-03',
        events: 2,
        eventsByType: { odometer: 1, expense: 1 },
        costs: { EUR: 420 },
      },
    ]);
  });

  it('shows a neighbour, and whoever has no tenant, nothing', async () => {
    const neighbour = await on.aTenant();
    expect(await feedOf(neighbour)).toEqual([]);
    expect((await sql`SELECT * FROM app.timeline_feed`.execute(on.api().kysely)).rows).toEqual([]);
  });

  it('cannot be read around its view, by any role of the application', async () => {
    for (const role of ['odolog_api', 'odolog_worker', 'odolog_jobs', 'odolog_auth'] as const)
      await expect(
        sql`SELECT FROM private.timeline_feed`.execute(on.database.as(role).kysely),
      ).rejects.toThrow(/permission denied/);
  });

  it('is refreshed only when something changed, and says when', async () => {
    expect(await refreshTimelineFeed(jobs())).toEqual({ refreshed: false });
    await on.store.append(aReading(tenant, vehicle, { km: 1001 }));
    await on.fold();
    const refresh = await refreshTimelineFeed(jobs());
    expect(refresh).toMatchObject({ refreshed: true });
    const { rows } = await sql<{
      rows: number;
      view: string;
    }>`SELECT view, rows FROM private.mv_freshness`.execute(jobs().kysely);
    expect(rows).toEqual([{ view: 'private.timeline_feed', rows: refresh.refreshed && refresh.rows }]);
  });

  it('reports a rollup that was changed by hand, and no month that is merely newer', async () => {
    expect(await findTimelineFeedDrift(jobs())).toEqual([]);
    await sql`UPDATE app.cost_rollups SET total_minor = 1 WHERE tenant_id = ${tenant.tenantId}`.execute(
      on.database.admin().kysely,
    );
    expect(await findTimelineFeedDrift(jobs())).toEqual([
      { tenantId: tenant.tenantId, vehicleId: vehicle, month: '2026-03' },
    ]);
    await on.store.append(aReading(tenant, vehicle, { km: 1002 }));
    await on.fold();
    expect(await findTimelineFeedDrift(jobs())).toEqual([]);
  });
});

describe('what an operator sees', () => {
  it('names every year that needs a partition and whether it has one', async () => {
    const year = new Date().getUTCFullYear();
    // As a worker does: the database may have been made before New Year.
    await sql`SELECT app.ensure_partition(make_date(${year + 2}, 1, 1))`.execute(on.database.admin().kysely);
    await sql`ALTER TABLE app.vehicle_events DETACH PARTITION ${sql.table(`app.vehicle_events_${year + 2}`)}`.execute(
      on.database.admin().kysely,
    );
    const { rows } = await sql<{ year: number; covered: boolean }>`
      SELECT year, covered FROM private.partition_coverage WHERE year > ${year}`.execute(jobs().kysely);
    expect(rows).toEqual([
      { year: year + 1, covered: true },
      { year: year + 2, covered: false },
    ]);
  });

  it('knows the size of every table of the product', async () => {
    const { rows } = await sql<{ relation: string }>`
      SELECT relation FROM private.db_health_stats WHERE schema = 'app' AND relation IN ('vehicles', 'cost_rollups')
       ORDER BY 1`.execute(jobs().kysely);
    expect(rows).toEqual([{ relation: 'cost_rollups' }, { relation: 'vehicles' }]);
  });
});
