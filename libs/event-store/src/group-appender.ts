import type pg from 'pg';
import { appendGroup, appendOne } from './append-commands.js';
import type { CommandRow } from './command-row.js';
import type { AppendOutcome } from './event.js';
import type { Partitions } from './partitions.js';
import { retrying } from './retry.js';

interface Waiting {
  readonly row: CommandRow;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane {
  queue: Waiting[];
  busy: boolean;
  scheduled: boolean;
}

const lanes = 2;
const largestBatch = 128;
/** From so many waiting commands on the second lane opens: with few callers one full batch beats two half ones. */
const secondLaneFrom = 48;

/**
 * Group append: while a batch is in flight, commands queue; one statement takes them all. Every caller is answered
 * only after the durable commit, and one caller's refusal never fails another's event: whoever does not fit the batch
 * (a duplicate, a back-dated reading, a refusal) is appended singly.
 */
export class GroupAppender {
  private readonly lanes: Lane[] = Array.from({ length: lanes }, () => ({
    queue: [],
    busy: false,
    scheduled: false,
  }));
  private pending = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly partitions: Partitions,
  ) {}

  append(row: CommandRow): Promise<AppendOutcome> {
    if (row.corrects) return this.appendSingly(row);
    return new Promise((resolve, reject) => {
      this.pending++;
      // A tenant has one lane, so that two lanes never wait for each other's tenant heads.
      const open = this.pending >= secondLaneFrom ? lanes : 1;
      const lane = this.lanes[Number.parseInt(row.tenant.slice(-6), 16) % open]!;
      lane.queue.push({ row, resolve, reject });
      this.schedule(lane);
    });
  }

  /** One turn of the event loop later, so that callers just answered come back in time: else batches of 31 and 1 alternate. */
  private schedule(lane: Lane): void {
    if (lane.busy || lane.scheduled) return;
    lane.scheduled = true;
    setImmediate(() => {
      lane.scheduled = false;
      void this.pump(lane);
    });
  }

  private async pump(lane: Lane): Promise<void> {
    if (lane.busy || lane.queue.length === 0) return;
    const batch = takeBatch(lane);
    lane.busy = true;
    await this.run(batch);
    lane.busy = false;
    this.pending -= batch.length;
    this.schedule(lane);
  }

  private async run(batch: Waiting[]): Promise<void> {
    if (batch.length === 1) return this.settle(batch[0]!);
    batch.sort(byTenantAndVehicle); // the lock order of every process
    let left = batch;
    try {
      const appended = await appendGroup(
        this.pool,
        batch.map((waiting) => waiting.row),
      );
      const done = new Set<Waiting>();
      for (const { ordinal, version, position } of appended) {
        const waiting = batch[ordinal - 1]!;
        done.add(waiting);
        waiting.resolve({ status: 'appended', version, position });
      }
      left = batch.filter((waiting) => !done.has(waiting));
    } catch {
      // Nothing of the batch is stored, or, when the connection was lost, perhaps all of it: the ids make repeats safe.
    }
    await Promise.all(left.map((waiting) => this.settle(waiting)));
  }

  private async settle(waiting: Waiting): Promise<void> {
    await this.appendSingly(waiting.row).then(waiting.resolve, waiting.reject);
  }

  private appendSingly(row: CommandRow): Promise<AppendOutcome> {
    return retrying(
      () => appendOne(this.pool, row),
      () => this.partitions.ensureAgain(row.date),
    );
  }
}

/** Each vehicle at most once; the others wait for the next batch. */
function takeBatch(lane: Lane): Waiting[] {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const vehicles = new Set<string>();
  for (const waiting of lane.queue) {
    const vehicle = waiting.row.tenant + waiting.row.vehicle;
    if (batch.length >= largestBatch || vehicles.has(vehicle)) rest.push(waiting);
    else {
      vehicles.add(vehicle);
      batch.push(waiting);
    }
  }
  lane.queue = rest;
  return batch;
}

function byTenantAndVehicle(a: Waiting, b: Waiting): number {
  const [left, right] = [a.row.tenant + a.row.vehicle, b.row.tenant + b.row.vehicle];
  return left < right ? -1 : left > right ? 1 : 0;
}
