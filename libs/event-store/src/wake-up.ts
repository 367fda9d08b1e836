import type pg from 'pg';

/** The channel on which projectors are told that there is something to read. */
export const wakeUpChannel = 'odolog_events';

/** NOTIFY takes a lock on the whole server at commit, so it is sent apart from appends and at most so often. */
const atMostEveryMs = 5;
/** It states nothing that could be lost, so it does not wait for the disk, nor make appends wait for it. */
const notify = `SET LOCAL synchronous_commit = off; NOTIFY ${wakeUpChannel}`;

/** Tells the projectors, after the commit and coalesced; a lost one costs them a poll's interval and nothing else. */
export class WakeUp {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: pg.Pool) {}

  soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pool.query(notify).catch(() => undefined);
    }, atMostEveryMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
