import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Stream } from './contenders/contender.ts';

/** Who records everything here. */
export const person = '00000000-0000-4000-8000-000000000001';

/** Opens the streams of `tenants` tenants with `vehicles` vehicles each. */
export async function aFleet(admin: pg.Pool, tenants: number, vehicles: number): Promise<Stream[]> {
  const fleet: Stream[] = [];
  for (let tenant = 0; tenant < tenants; tenant++) {
    const tenantId = randomUUID();
    for (let vehicle = 0; vehicle < vehicles; vehicle++) fleet.push({ tenantId, vehicleId: randomUUID() });
  }
  await admin.query(
    `SELECT app.open_stream(tenant, vehicle)
       FROM unnest($1::uuid[], $2::uuid[]) AS fleet (tenant, vehicle), LATERAL app.set_tenant(tenant)`,
    [fleet.map((stream) => stream.tenantId), fleet.map((stream) => stream.vehicleId)],
  );
  return fleet;
}
