import type { Pool } from 'pg';
import type { AuditAction } from './audit.js';

const action: AuditAction = 'person.sign-in-refused';

/** Sign-ins that were refused: for the password, or for the code after it, by somebody who knows the password. */
export interface Refused {
  readonly email: string;
  readonly by: 'password' | 'second-factor';
  /** How many there were within the hour by now. */
  readonly attempts: number;
}

/**
 * Keeps in the audit trails of a person's tenants that sign-ins were refused. Of an address that nobody has, nothing is kept.
 */
export async function recordRefusedSignIns(pool: Pool, { email, ...detail }: Refused): Promise<void> {
  await pool.query(
    `SELECT app.record_audit_about_person(u."id", $2, $3) FROM auth."user" u WHERE u."email" = $1`,
    [email, action, JSON.stringify(detail)],
  );
}
