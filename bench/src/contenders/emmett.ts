import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import type { Contender } from './contender.ts';

/** Emmett in a database of its own on the same server, with a pool of as many connections as there are writers. */
export async function emmett(connectionString: string, writers: number): Promise<Contender> {
  const pool = new pg.Pool({ connectionString, max: writers });
  const store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    name: 'Emmett 0.42',
    append: (stream, event) =>
      store.appendToStream(`vehicle-${stream.vehicleId}`, [
        {
          type: 'fuel',
          data: {
            ...event.data,
            id: event.id,
            date: event.date,
            occurredAt: event.occurredAt,
            odometerKm: event.odometerKm,
          },
          metadata: { tenantId: stream.tenantId },
        },
      ]),
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
