import { createHash } from 'node:crypto';
import type { TestDatabase } from '@odolog/testing';
import type { Occupant } from './occupant.js';

/**
 * What opens something to whoever knows it, with the occupant's secret as what is known: a link, a key of a program, a printed
 * code, a signing key. Besides the acceptance of terms, which a function tells, and an event that a projector cannot fold.
 */
export async function giveSecrets(database: TestDatabase, occupant: Occupant): Promise<void> {
  const { tenantId, userId, vehicleId, eventId, secret } = occupant;
  const hash = createHash('sha256').update(secret).digest();
  const { pool } = database.admin();
  await pool.query(
    `INSERT INTO app.shares (tenant_id, id, vehicle_id, token_hash, expires_at, created_by)
     VALUES ($1, uuidv7(), $2, $3, now() + interval '1 day', $4)`,
    [tenantId, vehicleId, hash, userId],
  );
  await pool.query(
    `INSERT INTO app.invitations (tenant_id, id, email, role, token_hash, expires_at, created_by)
     VALUES ($1, uuidv7(), $2, 'driver', $3, now() + interval '1 day', $4)`,
    [tenantId, secret, hash, userId],
  );
  await pool.query(
    `INSERT INTO app.api_keys (tenant_id, user_id, name, prefix, secret_hash, scopes) VALUES ($1, $2, $3, $3, $4, '{read}')`,
    [tenantId, userId, secret, hash],
  );
  await pool.query(
    `INSERT INTO app.tenant_keys (tenant_id, id, public_key, private_key, created_by) VALUES ($1, $2, jsonb_build_object('kid', $2::text), '', $3)`,
    [tenantId, secret, userId],
  );
  await pool.query(
    `INSERT INTO app.history_exports (tenant_id, vehicle_id, code, version, chain_hash, key_id, issued_by) VALUES ($1, $2, $3, 1, $4, $3, $5)`,
    [tenantId, vehicleId, secret, hash, userId],
  );
  await pool.query('INSERT INTO app.terms_acceptances (user_id, version) VALUES ($1, $2)', [userId, secret]);
  await pool.query(
    `UPDATE app.projector_checkpoints SET failed_event_id = $2, failed_position = 1, failure = 'not understood'
      WHERE tenant_id = $1 AND projector = 'cost-rollups'`,
    [tenantId, eventId],
  );
}
