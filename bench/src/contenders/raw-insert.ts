import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { person } from '../fleet.ts';
import type { Contender } from './contender.ts';

const insert = `INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
    odometer_void, payload, version, order_version, position, content_hash, chain_hash, recorded_by, source)
  VALUES ($1, $2, $3, $4, $5, true, 'fuel', 1, $6, false, $7, $8, $8, $9, $10, $10, $11, 'bench')`;

/**
 * The floor: one prepared INSERT into the same partitioned table with the same indexes, a connection a writer, as the
 * superuser. No isolation, no guard, no order, no duplicates found, no chain: numbers and hashes are made up.
 */
export function rawInsert(adminUrl: string, writers: number): Contender {
  const pool = new pg.Pool({ connectionString: adminUrl, max: writers });
  const hash = randomBytes(32);
  let position = 0;
  return {
    name: 'raw single-row INSERT',
    append: (stream, event) => {
      position++;
      const payload = JSON.stringify({ data: event.data, odometer: { value: event.odometerKm, unit: 'km' } });
      return pool.query({
        name: 'raw-insert',
        text: insert,
        values: [
          stream.tenantId,
          stream.vehicleId,
          event.id,
          event.date,
          event.occurredAt,
          event.odometerKm * 1000,
          payload,
          position,
          position,
          hash,
          person,
        ],
      });
    },
    close: () => pool.end(),
  };
}
