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

const largestBatch = 128;
/**
 * Two batches at most are in flight: while one waits for the disk, the other is prepared and executed. A batch has a cost
 * of its own, as much as that of eight events, so that a few callers are served better by one.
 */
const mostInFlight = 2;
const splitFrom = 24;
const secondFrom = 8;

/**
 * Group append: while batches are in flight, commands queue; one statement takes them all. Every caller is answered
 * only after the durable commit, and one caller's refusal never fails another's event: whoever does not fit the batch
 * (a duplicate, a back-dated reading, a refusal) is appended singly.
 *
 * A tenant is in one batch at a time, so that two batches never wait for each other's heads.
 */
export class GroupAppender {
  private queue: Waiting[] = [];
  private readonly tenantsInFlight = new Set<string>();
  private batches = 0;
  private pending = 0;
  private scheduled = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly partitions: Partitions,
  ) {}

  append(row: CommandRow): Promise<AppendOutcome> {
    if (row.guarded) return this.appendSingly(row);
    return new Promise((resolve, reject) => {
      this.pending++;
      this.queue.push({ row, resolve, reject });
      this.schedule();
    });
  }

  /** One turn of the event loop later, so that callers just answered come back in time: else batches of 31 and 1 alternate. */
  private schedule(): void {
    if (this.scheduled || this.queue.length === 0 || this.batches === mostInFlight) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.send();
    });
  }

  private send(): void {
    while (this.batches < mostInFlight) {
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      void this.pump(batch);
    }
  }

  /**
   * Whole tenants, who came first goes first, each vehicle at most once; of many callers half, so that the other half
   * makes the second batch.
   */
  private takeBatch(): Waiting[] {
    const enough = this.pending >= splitFrom ? Math.min(this.pending / 2, largestBatch) : largestBatch;
    const free = this.queue.filter(({ row }) => !this.tenantsInFlight.has(row.tenant));
    if (this.batches > 0 && free.length < secondFrom) return [];
    const taken = new Map<string, Waiting>();
    for (const ofTenant of Map.groupBy(free, ({ row }) => row.tenant).values()) {
      if (taken.size >= enough) break;
      for (const waiting of ofTenant) {
        const vehicle = waiting.row.tenant + waiting.row.vehicle;
        if (taken.size < largestBatch && !taken.has(vehicle)) taken.set(vehicle, waiting);
      }
    }
    const batch = new Set(taken.values());
    this.queue = this.queue.filter((waiting) => !batch.has(waiting));
    return [...batch].sort(byTenantAndVehicle);
  }

  private async pump(batch: Waiting[]): Promise<void> {
    const tenants = new Set(batch.map(({ row }) => row.tenant));
    for (const tenant of tenants) this.tenantsInFlight.add(tenant);
    this.batches++;
    await this.run(batch);
    this.batches--;
    this.pending -= batch.length;
    for (const tenant of tenants) this.tenantsInFlight.delete(tenant);
    this.schedule();
  }

  private async run(batch: Waiting[]): Promise<void> {
    if (batch.length === 1) return this.settle(batch[0]!);
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

/** The lock order of every process. */
function byTenantAndVehicle(a: Waiting, b: Waiting): number {
  return compare(a.row.tenant, b.row.tenant) || compare(a.row.vehicle, b.row.vehicle);
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
