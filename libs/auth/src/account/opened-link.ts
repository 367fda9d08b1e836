import type { Pool } from 'pg';

/** Other links that would open the account are void once one of them has. */
export async function forgetLinks(pool: Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM auth."verification" WHERE "value" = $1', [userId]);
}

export async function recordPasswordReset(pool: Pool, userId: string): Promise<void> {
  await pool.query(`SELECT app.record_audit_of_person($1, 'person.password-reset', '{}')`, [userId]);
}

/** Which address it was and is stays out of the trail, which nobody can take it from again. */
export async function recordAddressChange(pool: Pool, email: string): Promise<void> {
  await pool.query(
    `SELECT app.record_audit_of_person(u."id", 'person.email-changed', '{}') FROM auth."user" u WHERE u."email" = $1`,
    [email],
  );
}
