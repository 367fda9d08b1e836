import type pg from 'pg';
import { retrying } from './retry.js';

/** Makes the partition of a year before the first event of that year; remembers the years that it has seen. */
export class Partitions {
  private readonly years = new Map<string, Promise<void>>();

  constructor(private readonly pool: pg.Pool) {}

  /** In a transaction of its own, so that nobody's append meets a missing partition. @throws SQLSTATE 22008 */
  ensure(date: string): Promise<void> | undefined {
    const year = date.slice(0, 4);
    const known = this.years.get(year);
    if (known) return known;
    const made = retrying(
      async () => void (await this.pool.query('SELECT app.ensure_partition($1)', [date])),
    );
    this.years.set(year, made);
    made.catch(() => this.years.delete(year));
    return made;
  }

  /** After an append found no partition: it was detached behind our back. */
  async ensureAgain(date: string): Promise<void> {
    this.years.delete(date.slice(0, 4));
    await this.ensure(date);
  }
}
