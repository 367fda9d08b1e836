import { cpus } from 'node:os';
import pg from 'pg';
import { createDatabase, forTenant, type Database } from '../../libs/db/dist/index.js';
import { readEvent, readFeed, readTimeline, type TimelineQuery } from '../../libs/event-store/dist/index.js';
import { alternating, type Times } from './alternating.ts';
import { closedLoop, median } from './closed-loop.ts';
import type { Contender, Stream } from './contenders/contender.ts';
import { odolog } from './contenders/odolog.ts';
import { aFleet } from './fleet.ts';
import { fuelUp } from './fuel-up.ts';
import { goOnFrom, recordHistory, years } from './recorded-history.ts';
import { startServer, type Server } from './server.ts';
import { verdict } from './verdict.ts';
import { wearInLog } from './worn-in-log.ts';

/** What a hundred times as many events may cost, as ratios: times of one caller, and events a second of 32 writers. */
const targets = { times: 1.5, throughput: 0.6 };
const turns = 1000;
const fewest = 100_000;
const middle = `${(years.first + years.last) / 2}-06-15`;

/** A database with 20 tenants of 50 vehicles each, and as many events a vehicle. */
interface Installation {
  readonly each: number;
  readonly fleet: readonly Stream[];
  readonly db: Database;
  readonly store: Contender;
}

async function installation(server: Server, name: string, events: number): Promise<Installation> {
  const { adminUrl, apiUrl } = await server.productDatabase(name);
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  const fleet = await aFleet(admin, 20, 50);
  const each = events / fleet.length;
  const began = Date.now();
  await recordHistory(admin, fleet, each);
  await goOnFrom(admin, fleet, each);
  const { rows } = await admin.query<{ size: string }>(
    'SELECT pg_size_pretty(pg_database_size(current_database())) AS size',
  );
  console.log(`${events} events, ${rows[0]!.size}, recorded in ${Math.round((Date.now() - began) / 1000)} s`);
  await wearInLog(adminUrl);
  await admin.end();
  return { each, fleet, db: createDatabase({ connectionString: apiUrl, max: 1 }), store: odolog(apiUrl) };
}

type Operation = (turn: number) => Promise<unknown>;

/** What people and processes ask and do, each with a vehicle of another tenant than the time before. */
function operationsOn({ each, fleet, db, store }: Installation): Readonly<Record<string, Operation>> {
  const at = (turn: number): Stream => fleet[(turn * 57) % fleet.length]!;
  const page =
    (query: (stream: Stream) => Omit<TimelineQuery, 'limit'>): Operation =>
    async (turn) => {
      const { items } = await readTimeline(db, at(turn).tenantId, { ...query(at(turn)), limit: 50 });
      if (items.length !== 50) throw new Error(`a page of ${items.length}`);
    };
  return {
    'first page of a vehicle': page(({ vehicleId }) => ({ vehicleId })),
    'page in the middle of a vehicle': page(({ vehicleId }) => ({ vehicleId, to: middle })),
    'first page of a tenant': page(() => ({})),
    'page in the middle of a tenant': page(() => ({ to: middle })),
    'feed, 100 events from the middle': (turn) =>
      forTenant(db, at(turn).tenantId, async (trx) => {
        const events = await readFeed(trx, { after: each * 25, limit: 100 });
        if (events.length !== 100) throw new Error(`${events.length} of the feed`);
        return readEvent(trx, events[0]!.id);
      }),
    append: (turn) => store.append(at(turn), fuelUp(turn)),
    'append a reading of long ago': (turn) => store.append(at(turn), longAgo(turn, each)),
  };
}

/** Between two fuel-ups of the middle of the history, in time and odometer. */
function longAgo(turn: number, each: number): ReturnType<typeof fuelUp> {
  const steps = Math.floor(each / 2) + 0.5;
  const span = 3285 * 86_400_000;
  const occurredAt = new Date(Date.UTC(years.first, 0, 1) + ((steps - 1) * span) / each + turn).toISOString();
  return { ...fuelUp(turn), date: occurredAt.slice(0, 10), occurredAt, odometerKm: steps };
}

/** Events a second of 32 writers, median of three rounds. */
async function throughput(installations: readonly Installation[]): Promise<number[]> {
  const rounds = 3;
  const measured = installations.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { fleet, store }] of installations.entries()) {
      const own = Math.floor(fleet.length / 32);
      const { perSecond } = await closedLoop({
        writers: 32,
        warmUpMs: 1000,
        measureMs: 2000,
        operation: (writer, turn) =>
          store.append(fleet[writer * own + (turn % own)]!, fuelUp((round + 1) * 1_000_000 + turn)),
      });
      measured[index]!.push(perSecond);
    }
  }
  return measured.map(median);
}

const most = Number(process.argv[2] ?? 10_000_000);
if (!Number.isSafeInteger(most / 1000) || most < fewest) {
  console.error(`How many events? Thousands, from ${fewest}.`);
  process.exit(2);
}
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
const server = await startServer();
try {
  const installations = [
    await installation(server, 'few', fewest),
    await installation(server, 'many', most),
  ] as const;
  const [few, many] = installations.map(operationsOn) as [
    Record<string, Operation>,
    Record<string, Operation>,
  ];

  const table: Record<string, Record<string, string>> = {};
  const ratios: number[] = [];
  for (const what of Object.keys(few)) {
    const times = await alternating(turns, { few: few[what]!, many: many[what]! });
    ratios.push(times.many.p50 / times.few.p50);
    table[what] = row(times);
  }
  console.log(`\nOne caller, milliseconds, in ${fewest} and in ${most} events`);
  console.table(table);

  const [slow, fast] = (await throughput(installations)) as [number, number];
  console.log(`\n32 writers, events a second: ${slow} and ${fast}`);
  verdict('the times of one caller, the largest ratio', Math.max(...ratios), '<=', targets.times);
  verdict('32 writers, ratio', fast / slow, '>=', targets.throughput);
  for (const { db, store } of installations) {
    await store.close();
    await db.close();
  }
} finally {
  await server.stop();
}

function row({ few, many }: Record<'few' | 'many', Times>): Record<string, string> {
  return {
    'p50 of few': few.p50.toFixed(2),
    'p50 of many': many.p50.toFixed(2),
    ratio: (many.p50 / few.p50).toFixed(2),
    'p99 of few': few.p99.toFixed(2),
    'p99 of many': many.p99.toFixed(2),
  };
}
