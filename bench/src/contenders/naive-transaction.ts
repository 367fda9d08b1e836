import { createHash } from 'node:crypto';
import pg from 'pg';
import { person } from '../fleet.ts';
import type { Contender } from './contender.ts';

/**
 * The same guarantees the way they are usually written: one transaction of single statements, a trip each, with the
 * head locked from the first to the last.
 */
export function naiveTransaction(adminUrl: string, writers: number): Contender {
  const pool = new pg.Pool({ connectionString: adminUrl, max: writers });
  return {
    name: 'naive transaction',
    append: async (stream, event) => {
      const client = await pool.connect();
      const key = [stream.tenantId, stream.vehicleId];
      const run = (text: string, values: unknown[]) =>
        client.query({ name: createHash('md5').update(text).digest('hex'), text, values });
      try {
        await client.query('BEGIN');
        const { rows } = await run(
          'SELECT version, chain_hash, reading_m FROM app.vehicle_streams WHERE tenant_id = $1 AND vehicle_id = $2 FOR UPDATE',
          key,
        );
        const head = rows[0] as { version: number; chain_hash: Buffer; reading_m: string | null };
        const known = await run('SELECT date FROM app.event_ids WHERE tenant_id = $1 AND id = $2', [
          stream.tenantId,
          event.id,
        ]);
        if (known.rows.length > 0) throw new Error('duplicate');
        const before = await run(
          `SELECT odometer_m FROM app.vehicle_events WHERE tenant_id = $1 AND vehicle_id = $2 AND (date, occurred_at) <= ($3, $4)
            AND odometer_m IS NOT NULL ORDER BY date DESC, occurred_at DESC, position DESC LIMIT 1`,
          [...key, event.date, event.occurredAt],
        );
        const after = await run(
          `SELECT odometer_m FROM app.vehicle_events WHERE tenant_id = $1 AND vehicle_id = $2 AND (date, occurred_at) > ($3, $4)
            AND odometer_m IS NOT NULL ORDER BY date, occurred_at, position LIMIT 1`,
          [...key, event.date, event.occurredAt],
        );
        const metres = event.odometerKm * 1000;
        if (
          Number(before.rows[0]?.odometer_m ?? 0) > metres ||
          Number(after.rows[0]?.odometer_m ?? Infinity) < metres
        ) {
          throw new Error('out of order');
        }
        const payload = JSON.stringify({
          data: event.data,
          odometer: { value: event.odometerKm, unit: 'km' },
        });
        const content = createHash('sha256').update(payload).digest();
        const chain = createHash('sha256').update(head.chain_hash).update(content).digest();
        await run('INSERT INTO app.event_ids (tenant_id, id, date) VALUES ($1, $2, $3)', [
          stream.tenantId,
          event.id,
          event.date,
        ]);
        await run(
          `UPDATE app.vehicle_streams SET version = version + 1, chain_hash = $3, reading_m = $4, reading_date = $5, reading_at = $6,
            reading_order = version + 1, reading_id = $7 WHERE tenant_id = $1 AND vehicle_id = $2`,
          [...key, chain, metres, event.date, event.occurredAt, event.id],
        );
        const place = await run(
          'UPDATE app.tenant_heads SET position = position + 1 WHERE tenant_id = $1 RETURNING position',
          [stream.tenantId],
        );
        await run(
          `INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
             odometer_void, payload, version, order_version, position, content_hash, chain_hash, recorded_by, source)
           VALUES ($1, $2, $3, $4, $5, true, 'fuel', 1, $6, false, $7, $8, $8, $9, $10, $11, $12, 'bench')`,
          [
            ...key,
            event.id,
            event.date,
            event.occurredAt,
            metres,
            payload,
            head.version + 1,
            place.rows[0]?.position,
            content,
            chain,
            person,
          ],
        );
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
