import type pg from 'pg';

/** The channel on which projectors are told that there is something to read. */
export const wakeUpChannel = 'odolog_events';

/** NOTIFY takes a lock on the whole server at commit, so it is sent apart from appends and at most so often. */
const atMostEveryMs = 25;
/** It states nothing that could be lost, so it does not wait for the disk, nor make appends wait for it. */
const notify = `SET LOCAL synchronous_commit = off; NOTIFY ${wakeUpChannel}`;

/**
 * Tells the projectors, after the commit: of the first event at once, of those that follow closely together. A lost one
 * costs them a poll's interval and nothing else.
 */
export class WakeUp {
  private pause: NodeJS.Timeout | undefined;
  private untold = false;

  constructor(private readonly pool: pg.Pool) {}

  soon(): void {
    if (this.pause) this.untold = true;
    else this.tell();
  }

  stop(): void {
    clearTimeout(this.pause);
  }

  private tell(): void {
    this.untold = false;
    this.pool.query(notify).catch(() => undefined);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.untold) this.tell();
    }, atMostEveryMs);
  }
}
