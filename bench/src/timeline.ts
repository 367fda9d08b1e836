import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { createDatabase, type Database } from '../../libs/db/dist/index.js';
import { readTimeline } from '../../libs/event-store/dist/index.js';
import { quantile } from './closed-loop.ts';
import type { Stream } from './contenders/contender.ts';
import { aFleet, person } from './fleet.ts';
import { fuelUp } from './fuel-up.ts';

const events = 1_000_000;
const pages = 3000;

export interface TimelineResult {
  readonly page: string;
  readonly p50: number;
  readonly p50WithoutRls: number;
  readonly p99: number;
  readonly p99WithoutRls: number;
}

/**
 * The first page of a timeline with 1,000,000 events in the table: as the api role under row-level security, and the
 * same code and SQL as the superuser, for whom no policy is evaluated. One reader, pages alternating.
 */
export async function benchTimeline(adminUrl: string, apiUrl: string): Promise<TimelineResult[]> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  const fleet = await aFleet(admin, 20, 50);
  await fill(admin, fleet);
  await admin.end();

  const secured = createDatabase({ connectionString: apiUrl, max: 1 });
  const bypassing = createDatabase({ connectionString: adminUrl, max: 1 });
  const results = [
    await compare('one vehicle', secured, bypassing, fleet, (stream) => ({ vehicleId: stream.vehicleId })),
    await compare('whole tenant', secured, bypassing, fleet, () => ({})),
  ];
  await secured.close();
  await bypassing.close();
  return results;
}

/** Five years of fuel-ups for every vehicle, put in by the superuser: only reading is measured here. */
async function fill(admin: pg.Pool, fleet: readonly Stream[]): Promise<void> {
  const each = events / fleet.length;
  await admin.query(
    'SELECT app.ensure_partition(make_date(year, 1, 1)) FROM generate_series(2021, 2026) AS year',
  );
  await admin.query(
    `INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
        odometer_void, payload, version, order_version, position, content_hash, chain_hash, recorded_by, source)
     SELECT tenant, vehicle, gen_random_uuid(), at::date, at, true, 'fuel', 1, 1000 * turn, false, $3::jsonb, turn, turn,
            turn * 50 + ordinal, sha256(uuid_send(vehicle)), sha256(uuid_send(vehicle)), $4, 'bench'
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS fleet (tenant, vehicle, ordinal),
            generate_series(1, $5::int) AS turn,
            LATERAL (SELECT timestamptz '2021-01-01' + turn * interval '1825 days' / $5::int AS at) moment`,
    [
      fleet.map((stream) => stream.tenantId),
      fleet.map((stream) => stream.vehicleId),
      JSON.stringify({ data: fuelUp(0).data, odometer: { value: 1, unit: 'km' } }),
      person,
      each,
    ],
  );
  await admin.query('VACUUM ANALYZE app.vehicle_events');
}

async function compare(
  page: string,
  secured: Database,
  bypassing: Database,
  fleet: readonly Stream[],
  filter: (stream: Stream) => { vehicleId?: string },
): Promise<TimelineResult> {
  const samples: Record<'secured' | 'bypassing', number[]> = { secured: [], bypassing: [] };
  for (let turn = -200; turn < pages; turn++) {
    const stream = fleet[Math.abs(turn * 7) % fleet.length]!;
    for (const [name, db] of [
      ['secured', secured],
      ['bypassing', bypassing],
    ] as const) {
      const began = performance.now();
      const { items } = await readTimeline(db, stream.tenantId, { ...filter(stream), limit: 50 });
      if (items.length !== 50) throw new Error(`a page of ${items.length}`);
      if (turn >= 0) samples[name].push(performance.now() - began);
    }
  }
  return {
    page,
    p50: quantile(samples.secured, 0.5),
    p50WithoutRls: quantile(samples.bypassing, 0.5),
    p99: quantile(samples.secured, 0.99),
    p99WithoutRls: quantile(samples.bypassing, 0.99),
  };
}
