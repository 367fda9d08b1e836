import { garageRoles, grantableRoles, may, tenantRoles, wholeTenant } from '@odolog/access';
import type { GarageRole, Resource, Standing, TenantRole } from '@odolog/access';
import { testDatabase, type TestDatabase } from '@odolog/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
const [tenantId, own, other] = [randomUUID(), randomUUID(), randomUUID()];
const vehicleIn = new Map([own, other, null].map((garageId) => [garageId, randomUUID()] as const));
const run = <Row>(query: ReturnType<typeof sql<Row>>) => query.execute(database.admin().kysely);

beforeAll(async () => {
  database = await testDatabase();
  const by = await aMember('owner');
  for (const id of [own, other])
    await run(
      sql`INSERT INTO app.garages (tenant_id, id, name, created_by) VALUES (${tenantId}, ${id}, 'G', ${by})`,
    );
  for (const [garageId, id] of vehicleIn)
    await run(
      sql`INSERT INTO app.vehicles (tenant_id, id, garage_id, nickname, time_zone, currency, distance_unit, volume_unit, created_by)
        VALUES (${tenantId}, ${id}, ${garageId}, 'V', 'UTC', 'EUR', 'km', 'L', ${by})`,
    );
});
afterAll(() => database.drop());

async function aMember(role: TenantRole): Promise<string> {
  const id = randomUUID();
  await run(sql`INSERT INTO app.tenants (id, name, kind, created_by) VALUES (${tenantId}, 'T', 'fleet', ${id})
    ON CONFLICT DO NOTHING`);
  await run(
    sql`INSERT INTO app.profiles (user_id, email, name) VALUES (${id}, ${`${id}@example.org`}, 'Somebody')`,
  );
  await run(sql`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenantId}, ${id}, ${role})`);
  return id;
}

const places = [null, own, other];
const placeOf = (id: string | null): Resource => (id ? { kind: 'garage', id } : wholeTenant);
const offers = places.flatMap((garageId) => tenantRoles.map((role) => ({ garageId, role })));

/** As an owner who also manages a garage might: everything. */
async function offerEverything(userId: string): Promise<void> {
  await run(sql`INSERT INTO app.garage_members (tenant_id, garage_id, user_id, role, created_by)
    VALUES (${tenantId}, ${own}, ${userId}, 'manager', ${userId})`);
  for (const { garageId, role } of offers)
    await run(sql`INSERT INTO app.invitations (tenant_id, id, email, role, garage_id, garage_role, token_hash, expires_at, created_by)
      VALUES (${tenantId}, ${randomUUID()}, 'a@example.org', ${role}, ${garageId}, ${garageId && 'driver'},
              sha256('secret'), now() + interval '1 day', ${userId})`);
  for (const vehicleId of vehicleIn.values()) {
    await run(
      sql`UPDATE app.transfers SET revoked_at = now() WHERE vehicle_id = ${vehicleId} AND revoked_at IS NULL`,
    );
    await run(sql`INSERT INTO app.transfers (tenant_id, id, vehicle_id, email, token_hash, expires_at, created_by)
      VALUES (${tenantId}, ${randomUUID()}, ${vehicleId}, 'a@example.org', sha256('secret'), now() + interval '1 day', ${userId})`);
    await run(sql`INSERT INTO app.shares (tenant_id, id, vehicle_id, token_hash, expires_at, created_by)
      VALUES (${tenantId}, ${randomUUID()}, ${vehicleId}, sha256('secret'), now() + interval '1 day', ${userId})`);
  }
}

async function leftOpen(userId: string) {
  const open = sql`created_by = ${userId} AND revoked_at IS NULL`;
  const invitations = await run(sql<{ garageId: string | null; role: TenantRole }>`
    SELECT garage_id, role FROM app.invitations WHERE ${open}`);
  const transfers = await run(sql<{ vehicleId: string }>`SELECT vehicle_id FROM app.transfers WHERE ${open}`);
  const shares = await run(sql<{ vehicleId: string }>`SELECT vehicle_id FROM app.shares WHERE ${open}`);
  const ids = (rows: readonly { vehicleId: string }[]) => rows.map(({ vehicleId }) => vehicleId).toSorted();
  return {
    invitations: invitations.rows.map(({ garageId, role }) => `${role} in ${garageId}`).toSorted(),
    transfers: ids(transfers.rows),
    shares: ids(shares.rows),
  };
}

/** What the policy lets them offer. */
function allowedTo(standing: Standing | undefined): Awaited<ReturnType<typeof leftOpen>> {
  if (!standing) return { invitations: [], transfers: [], shares: [] };
  const vehiclesTo = (action: 'vehicle.transfer' | 'share.manage') =>
    [...vehicleIn]
      .filter(([garageId, id]) => may(standing, action, { kind: 'vehicle', id, garageId }))
      .map(([, id]) => id)
      .toSorted();
  return {
    invitations: offers
      .filter(({ garageId, role }) => grantableRoles(standing, placeOf(garageId)).includes(role))
      .map(({ garageId, role }) => `${role} in ${garageId}`)
      .toSorted(),
    transfers: vehiclesTo('vehicle.transfer'),
    shares: vehiclesTo('share.manage'),
  };
}

async function become(userId: string, role: TenantRole | null): Promise<void> {
  const who = sql`tenant_id = ${tenantId} AND user_id = ${userId}`;
  if (role) await run(sql`UPDATE app.memberships SET role = ${role} WHERE ${who}`);
  else await run(sql`DELETE FROM app.memberships WHERE ${who}`);
}

async function becomeInGarage(userId: string, role: GarageRole | null): Promise<void> {
  const who = sql`tenant_id = ${tenantId} AND user_id = ${userId}`;
  if (role) await run(sql`UPDATE app.garage_members SET role = ${role} WHERE ${who}`);
  else await run(sql`DELETE FROM app.garage_members WHERE ${who}`);
}

const ends = [...tenantRoles, null].flatMap((role) =>
  [...garageRoles, null].map((garageRole) => ({ role, garageRole })),
);

test.each(ends)(
  'of what was offered stays what the policy allows to $role in the tenant, $garageRole in a garage',
  async ({ role, garageRole }) => {
    const garages = garageRole ? [{ id: own, role: garageRole }] : [];
    const allowed = allowedTo(role ? { role, garages, vehicles: [], operates: true } : undefined);
    for (const inTenantFirst of [true, false]) {
      const userId = await aMember('owner');
      await offerEverything(userId);
      if (inTenantFirst) await become(userId, role);
      await becomeInGarage(userId, garageRole);
      if (!inTenantFirst) await become(userId, role);
      expect(await leftOpen(userId)).toEqual(allowed);
    }
  },
);
