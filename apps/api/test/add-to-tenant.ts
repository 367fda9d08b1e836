import type { GarageRole, TenantRole } from '@odolog/access';
import { sql } from 'kysely';
import type { Person, TestApp } from './test-app.js';

interface Standing {
  readonly role: TenantRole;
  readonly garageId?: string;
  readonly garageRole?: GarageRole;
  readonly drives?: readonly string[];
}

/** Makes a person a member of another's tenant, whose id it gives: as if an invitation had been accepted. */
export async function addToTenant(
  { database, resources }: TestApp,
  owner: Person,
  { userId }: Person,
  { role, garageId, garageRole, drives = [] }: Standing,
): Promise<string> {
  const tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id as string;
  const admin = database.admin().kysely;
  await sql`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenantId}, ${userId}, ${role})`.execute(
    admin,
  );
  if (garageRole)
    await sql`INSERT INTO app.garage_members (tenant_id, garage_id, user_id, role, created_by)
      VALUES (${tenantId}, ${garageId}, ${userId}, ${garageRole}, ${owner.userId})`.execute(admin);
  for (const vehicleId of drives)
    await sql`INSERT INTO app.vehicle_drivers (tenant_id, vehicle_id, user_id, created_by)
      VALUES (${tenantId}, ${vehicleId}, ${userId}, ${owner.userId})`.execute(admin);
  await resources.cache.clear();
  return tenantId;
}
