import { wakeUpChannel } from '@odolog/event-store';
import pg from 'pg';
import type { Log } from '@odolog/log';

const shortestRetryMs = 100;
const longestRetryMs = 5000;

/**
 * Listens for the store's wake-ups on a connection of its own, and connects again whenever that breaks. Without it a
 * projector is a poll later and nothing else.
 */
export class WakeUps {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private retryMs = shortestRetryMs;
  private stopped = false;

  constructor(
    private readonly connectionString: string,
    private readonly onWakeUp: () => void,
    private readonly log: Log,
  ) {}

  start(): void {
    void this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'odolog-worker-wake-ups',
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', this.onWakeUp);
    client.on('error', () => undefined);
    client.on('end', () => this.again());
    try {
      await client.connect();
      await client.query(`LISTEN ${wakeUpChannel}`);
      this.retryMs = shortestRetryMs;
      this.onWakeUp();
    } catch (error) {
      this.log.debug({ err: error }, 'cannot listen for wake-ups yet');
      await client.end().catch(() => undefined);
      this.again();
    }
  }

  private again(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.listen(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, longestRetryMs);
  }
}
