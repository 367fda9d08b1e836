import type { TenantRole } from '@odolog/access';
import type { Database } from '@odolog/db';
import { sql } from 'kysely';

/** That a person belongs to a tenant. */
export interface Membership {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly tenantKind: 'personal' | 'fleet';
  readonly role: TenantRole;
  /** Whether the tenant is the one that operates the installation. */
  readonly operates: boolean;
}

/**
 * Where a person belongs, the oldest membership first. Asked before a tenant is known, in a transaction of its own that is
 * about this person: a function of the database answers about no other.
 */
export async function membershipsOf(db: Database, userId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    SELECT tenant_id AS "tenantId", tenant_name AS "tenantName", tenant_kind AS "tenantKind", role, operates
      FROM app.enter_person(${userId}) AS person, LATERAL app.memberships_at_hand(person)`.execute(db.kysely);
  return rows;
}
