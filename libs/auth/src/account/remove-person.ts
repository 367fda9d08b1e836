import { APIError } from '@better-auth/core/error';
import type { Pool } from 'pg';

/**
 * Removes a person: in one statement, with sessions, accounts and keys behind it and the profile's trigger, so that whoever
 * may not go keeps everything. better-auth would delete one after the other, each in a transaction of its own. Whom providers
 * elsewhere mean by them is remembered as a hash for a month: tokens of before bring nobody back.
 *
 * @throws APIError 409 `OWNERSHIP_MUST_BE_TRANSFERRED` for the last owner of a tenant that others belong to
 */
export async function removePerson(pool: Pool, userId: string): Promise<void> {
  try {
    // The trigger comes after: the audit trails are still those of the tenants that the person belonged to.
    await pool.query(
      `WITH gone AS (DELETE FROM auth."user" WHERE "id" = $1 RETURNING "id"),
            forgotten AS (DELETE FROM auth."deletedLink" WHERE "deletedAt" < now() - interval '30 days'),
            remembered AS (
              INSERT INTO auth."deletedLink" ("providerId", "subjectHash")
              SELECT "providerId", sha256(convert_to("accountId", 'UTF8')) FROM auth."account"
               WHERE "userId" = $1 AND "providerId" <> 'credential'
                  ON CONFLICT ("providerId", "subjectHash") DO UPDATE SET "deletedAt" = now())
       SELECT app.record_audit_of_person("id", 'person.deleted', '{}') FROM gone`,
      [userId],
    );
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'memberships_keep_an_owner') throw error;
    throw new APIError('CONFLICT', { code: 'OWNERSHIP_MUST_BE_TRANSFERRED' });
  }
}
