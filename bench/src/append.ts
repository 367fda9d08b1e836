import pg from 'pg';
import { closedLoop, median, type Load, type Window } from './closed-loop.ts';
import type { Contender, Stream } from './contenders/contender.ts';
import { emmett } from './contenders/emmett.ts';
import { naiveTransaction } from './contenders/naive-transaction.ts';
import { odolog } from './contenders/odolog.ts';
import { rawInsert } from './contenders/raw-insert.ts';
import { aFleet } from './fleet.ts';
import { fuelUp } from './fuel-up.ts';

/** Writers, and how often they are measured: most often where the targets are. */
const concurrency = [
  { writers: 1, rounds: 3 },
  { writers: 8, rounds: 3 },
  { writers: 32, rounds: 5 },
] as const;
const compileMs = 1000;
const warmUpMs = 400;
const measureMs = 1200;

/** Where the contenders connect: the product's database as two roles, and an empty one for Emmett. */
export interface Servers {
  readonly adminUrl: string;
  readonly apiUrl: string;
  readonly emmettUrl: string;
}

export interface AppendResult {
  readonly writers: number;
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * Every contender at every concurrency, rounds interleaved so that the machine's moods hit all alike; medians. Each is
 * run for a while first: by its second minute a server's code has long been compiled.
 */
export async function benchAppend(servers: Servers): Promise<AppendResult[]> {
  const admin = new pg.Pool({ connectionString: servers.adminUrl, max: 2 });
  const most = Math.max(...concurrency.map(({ writers }) => writers));
  const contenders = [
    rawInsert(servers.adminUrl, most),
    naiveTransaction(servers.adminUrl, most),
    await emmett(servers.emmettUrl, most),
    odolog(servers.apiUrl),
  ];
  for (const contender of contenders) {
    await load(contender, await aFleet(admin, 20, 50), { writers: most, warmUpMs: 0, measureMs: compileMs });
  }
  const results: AppendResult[] = [];
  for (const { writers, rounds } of concurrency) {
    const windows = new Map<string, Window[]>(contenders.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const contender of contenders) {
        const fleet = await aFleet(admin, 20, 50);
        windows.get(contender.name)!.push(await load(contender, fleet, { writers, warmUpMs, measureMs }));
      }
    }
    for (const [name, measured] of windows) {
      const of = (pick: (window: Window) => number): number => median(measured.map(pick));
      results.push({
        writers,
        name,
        perSecond: of((w) => w.perSecond),
        p50: of((w) => w.p50),
        p99: of((w) => w.p99),
      });
    }
  }
  for (const contender of contenders) await contender.close();
  await admin.end();
  return results;
}

/** Each writer has vehicles of its own and goes round them, so that time and odometer rise on every vehicle. */
function load(
  contender: Contender,
  fleet: readonly Stream[],
  loop: Pick<Load, 'writers' | 'warmUpMs' | 'measureMs'>,
): Promise<Window> {
  const own = Math.floor(fleet.length / loop.writers);
  return closedLoop({
    ...loop,
    operation: (writer, turn) => contender.append(fleet[writer * own + (turn % own)]!, fuelUp(turn)),
  });
}
