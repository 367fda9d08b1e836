import pg from 'pg';
import { createDatabase, type Database } from '../../libs/db/dist/index.js';
import { readTimeline } from '../../libs/event-store/dist/index.js';
import { alternating } from './alternating.ts';
import type { Stream } from './contenders/contender.ts';
import { aFleet } from './fleet.ts';
import { recordHistory } from './recorded-history.ts';

const events = 1_000_000;
const pages = 1000;

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
  await recordHistory(admin, fleet, events / fleet.length);
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

async function compare(
  page: string,
  secured: Database,
  bypassing: Database,
  fleet: readonly Stream[],
  filter: (stream: Stream) => { vehicleId?: string },
): Promise<TimelineResult> {
  const read = (db: Database) => async (turn: number) => {
    const stream = fleet[(turn * 7) % fleet.length]!;
    const { items } = await readTimeline(db, stream.tenantId, { ...filter(stream), limit: 50 });
    if (items.length !== 50) throw new Error(`a page of ${items.length}`);
  };
  const times = await alternating(pages, { secured: read(secured), bypassing: read(bypassing) });
  return {
    page,
    p50: times.secured.p50,
    p50WithoutRls: times.bypassing.p50,
    p99: times.secured.p99,
    p99WithoutRls: times.bypassing.p99,
  };
}
