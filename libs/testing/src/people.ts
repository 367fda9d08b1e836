import { randomUUID } from 'node:crypto';
import type { Database } from '@odolog/db';
import { sql } from 'kysely';

/** A household with one person in it. */
export interface TestTenant {
  readonly tenantId: string;
  readonly userId: string;
}

/** Brings a tenant with its owner into being, as the superuser. */
export async function aTenant(admin: Database, name = 'Household'): Promise<TestTenant> {
  const tenantId = randomUUID();
  const userId = randomUUID();
  await sql`INSERT INTO app.tenants (id, name) VALUES (${tenantId}, ${name})`.execute(admin.kysely);
  await sql`INSERT INTO app.profiles (user_id, email, name) VALUES (${userId}, ${`${userId}@example.org`}, ${name})`.execute(
    admin.kysely,
  );
  await sql`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenantId}, ${userId}, 'owner')`.execute(
    admin.kysely,
  );
  return { tenantId, userId };
}
