import type { Pool } from 'pg';
import type { AuditAction } from './audit.js';

const action: AuditAction = 'person.sign-in-refused';

/**
 * Keeps in the audit trails of a person's tenants that sign-ins were refused. Of an address that nobody has, nothing is kept.
 *
 * @param attempts how many there were within the hour by now
 */
export async function recordRefusedSignIns(pool: Pool, email: string, attempts: number): Promise<void> {
  await pool.query(
    `SELECT app.record_audit_about_person(u."id", $2, $3) FROM auth."user" u WHERE u."email" = $1`,
    [email, action, JSON.stringify({ attempts })],
  );
}
