import { PgBoss } from 'pg-boss';
import type { TestDatabase } from './test-database.js';

/** The queue as a worker leaves it, closed, with one job on a schedule and one that must be told what to do. */
export async function aQueue(database: TestDatabase): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: database.url('odolog_jobs'),
    schema: 'pgboss',
    createSchema: false,
    // Nothing goes on by itself: closing the tables would wait for what looks into them, and that for the closing.
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.createQueue('refresh-timeline-feed');
  await boss.createQueue('rebuild-projector');
  await boss.schedule('refresh-timeline-feed', '*/5 * * * *', {}, { tz: 'UTC' });
  await boss.getDb().executeSql('SELECT private.close_queue()');
  return boss;
}
