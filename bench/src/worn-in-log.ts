import pg from 'pg';

/** Half of what `min_wal_size` keeps; more than all writers of a run fill. */
const segments = 64;

/**
 * Leaves the server with write-ahead files to use again, as one has that has run for a day. A new server makes each of
 * its files first, 16 MB of zeros, while every writer waits.
 */
export async function wearInLog(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (let segment = 0; segment < segments; segment++) {
    await client.query(`SELECT pg_logical_emit_message(false, 'bench', 'x'), pg_switch_wal()`);
  }
  await client.query('CHECKPOINT');
  await client.end();
}
