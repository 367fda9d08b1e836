import type { Database } from '@odolog/db';
import {
  advance,
  batchSize,
  beginLane,
  findDueWork,
  type DueWork,
  type Projector,
  type Turn,
} from '@odolog/read-models';
import type { Log } from '@odolog/log';
import { Pause } from './pause.js';

export interface ProjectionLoopOptions {
  readonly db: Database;
  readonly projectors: readonly Projector[];
  readonly log: Log;
  /** Lanes that are folded at the same time. */
  readonly lanes: number;
  /** Told of every turn: for metrics. */
  readonly onTurn?: (work: DueWork, turn: Turn, seconds: number) => void;
}

/** An idle loop looks after 5 ms, then less and less often; a wake-up makes it look at once. */
const shortestPauseMs = 5;
const longestPauseMs = 250;
/** While the database is away. */
const longestRetryMs = 2000;

/**
 * Brings every projector of every tenant to its head, for as long as it runs. Several loops, in one process or many, share
 * the tenants: a checkpoint is locked while its lane is folded, and whoever finds it locked goes on to the next.
 */
export class ProjectionLoop {
  private readonly pause = new Pause();
  private readonly byName: ReadonlyMap<string, Projector>;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectionLoopOptions) {
    this.byName = new Map(options.projectors.map((projector) => [projector.name, projector]));
  }

  start(): void {
    this.running = this.run();
  }

  /** There may be something to fold. */
  wake(): void {
    this.pause.end();
  }

  /** Settles when the batches under way are committed. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.end();
    await this.running;
  }

  private async run(): Promise<void> {
    let pauseMs = shortestPauseMs;
    let failures = 0;
    while (!this.stopping) {
      try {
        const progressed = await this.round();
        if (failures > 0) this.options.log.info('projections go on');
        failures = 0;
        pauseMs = progressed ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
        if (!progressed && (await this.pause.wait(pauseMs))) pauseMs = shortestPauseMs;
      } catch (error) {
        if (failures === 0) this.options.log.warn({ err: error }, 'projections wait for the database');
        failures += 1;
        await this.pause.wait(Math.min(50 * 2 ** failures, longestRetryMs));
      }
    }
  }

  /** One look, and a turn for every lane that is behind. @returns whether any lane moved */
  private async round(): Promise<boolean> {
    const due = await findDueWork(this.options.db, this.options.projectors);
    const queue = [...due];
    let progressed = false;
    const takeTurns = async (): Promise<void> => {
      for (let work = queue.shift(); work && !this.stopping; work = queue.shift()) {
        const turn = await this.turn(work);
        progressed ||= turn.status === 'advanced' && turn.events > 0;
      }
    };
    const settled = await Promise.allSettled(Array.from({ length: this.options.lanes }, takeTurns));
    const failed = settled.find((lane) => lane.status === 'rejected');
    if (failed) throw failed.reason;
    return progressed;
  }

  private async turn(work: DueWork): Promise<Turn> {
    const { db, log, onTurn } = this.options;
    const startedAt = performance.now();
    const lane = { projector: work.projector, tenantId: work.tenantId, generation: work.generation };
    const projector = this.byName.get(work.projector)!;
    await beginLane(db, projector, work);
    const turn = await advance(db, projector, lane, work.failing ? 1 : batchSize);
    if (turn.status === 'stopped') log.error({ ...lane, reason: turn.message }, 'an event cannot be folded');
    onTurn?.(work, turn, (performance.now() - startedAt) / 1000);
    return turn;
  }
}
