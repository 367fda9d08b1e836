import { forTenant, type Database } from '@odolog/db';
import { verifyStream } from '@odolog/event-store';
import { sql } from 'kysely';

/**
 * Looks for anything in the event store that must never be, over all tenants, whoever wrote and however it ended.
 * @param admin the superuser, who sees all rows
 * @returns a line for each fault; empty when all is well
 */
export async function findStoreFaults(admin: Database): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const { rows } = await sql<{ what: string }>`${sql.raw(query)}`.execute(admin.kysely);
    faults.push(...rows.map(({ what }) => `${rule}: ${what}`));
  }
  const { rows: streams } = await sql<{
    tenantId: string;
    vehicleId: string;
  }>`SELECT tenant_id, vehicle_id FROM app.vehicle_streams`.execute(admin.kysely);
  for (const { tenantId, vehicleId } of streams) {
    const verdict = await forTenant(admin, tenantId, (trx) => verifyStream(trx, vehicleId));
    if (!verdict?.ok) faults.push(`chains verify: ${vehicleId} ${JSON.stringify(verdict?.fault)}`);
  }
  return faults;
}

/** Each selects what breaks it. */
const rules: Readonly<Record<string, string>> = {
  'positions are 1..N within a tenant and its head says N': `
    SELECT format('%s: %s events, positions %s..%s, head %s', t.tenant_id, count(e.id), min(e.position), max(e.position), t.position) AS what
      FROM app.tenant_heads t LEFT JOIN app.vehicle_events e USING (tenant_id) GROUP BY t.tenant_id, t.position
    HAVING count(DISTINCT e.position) <> count(e.id) OR count(e.id) <> t.position
        OR COALESCE(min(e.position), 1) <> 1 OR COALESCE(max(e.position), 0) <> t.position`,
  'versions are 1..M within a vehicle and its head says M': `
    SELECT format('%s: %s events, versions %s..%s, head %s', s.vehicle_id, count(e.id), min(e.version), max(e.version), s.version) AS what
      FROM app.vehicle_streams s LEFT JOIN app.vehicle_events e USING (tenant_id, vehicle_id) GROUP BY s.tenant_id, s.vehicle_id, s.version
    HAVING count(DISTINCT e.version) <> count(e.id) OR count(e.id) <> s.version
        OR COALESCE(min(e.version), 1) <> 1 OR COALESCE(max(e.version), 0) <> s.version`,
  'versions and positions rise together': `
    SELECT id::text AS what FROM (
      SELECT id, position, lag(position) OVER (PARTITION BY tenant_id, vehicle_id ORDER BY version) AS before FROM app.vehicle_events) e
     WHERE position < before`,
  'effective readings never fall, but where the odometer was replaced': `
    WITH reading AS (${effectiveReadings()})
    SELECT format('%s: %s m after %s m', id, first_m, before) AS what FROM (
      SELECT id, COALESCE((payload ->> 'replacedM')::bigint, odometer_m) AS first_m,
             lag(odometer_m) OVER (PARTITION BY tenant_id, vehicle_id ORDER BY date, occurred_at, order_version) AS before
        FROM reading) r WHERE first_m < before`,
  'the head knows the last effective reading': `
    WITH reading AS (${effectiveReadings()}),
    last AS (SELECT DISTINCT ON (tenant_id, vehicle_id) * FROM reading ORDER BY tenant_id, vehicle_id, date DESC, occurred_at DESC, order_version DESC)
    SELECT format('%s: %s, but %s', s.vehicle_id, s.reading_id, last.id) AS what FROM app.vehicle_streams s LEFT JOIN last USING (tenant_id, vehicle_id)
     WHERE (s.reading_id, s.reading_m) IS DISTINCT FROM (last.id, last.odometer_m)`,
  'effective hours never fall, but where the meter was replaced': `
    SELECT format('%s: %s min after %s min', event_id, first_min, before) AS what FROM (
      SELECT event_id, COALESCE(replaced_min, minutes) AS first_min,
             lag(minutes) OVER (PARTITION BY tenant_id, vehicle_id ORDER BY date, occurred_at, order_version) AS before
        FROM app.event_hours h
       WHERE NOT EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = h.tenant_id AND s.event_id = h.event_id)) h
     WHERE first_min < before`,
  'the hours of an event are what its command said': `
    SELECT COALESCE(h.event_id, e.id)::text AS what
      FROM app.event_hours h
      FULL JOIN (SELECT * FROM app.vehicle_events WHERE payload ? 'runtimeMin') e ON e.tenant_id = h.tenant_id AND e.id = h.event_id
     WHERE (h.vehicle_id, h.date, h.occurred_at, h.order_version, h.minutes, h.replaced_min) IS DISTINCT FROM
           (e.vehicle_id, e.date, e.occurred_at, e.order_version, (e.payload ->> 'runtimeMin')::bigint, (e.payload ->> 'replacedMin')::bigint)`,
  'an id is stored once, and the registry knows its date': `
    SELECT id::text AS what FROM app.vehicle_events e FULL JOIN app.event_ids i USING (tenant_id, id)
     GROUP BY tenant_id, id HAVING count(e.date) <> 1 OR count(i.date) <> 1 OR min(e.date) <> min(i.date)`,
  'what is superseded names a correction of itself, and what is not has none that is in force': `
    SELECT COALESCE(e.id, s.by_id)::text AS what
      FROM (SELECT e.* FROM app.vehicle_events e WHERE e.corrects_id IS NOT NULL AND NOT ${undone('e')}) e
      FULL JOIN app.event_supersessions s ON s.tenant_id = e.tenant_id AND s.by_id = e.id AND s.event_id = e.corrects_id
     WHERE e.id IS NULL OR s.by_id IS NULL OR s.retracts <> (e.type IN ('retraction', 'restoration'))`,
};

function effectiveReadings(): string {
  return `SELECT e.* FROM app.vehicle_events e WHERE e.odometer_m IS NOT NULL AND NOT e.odometer_void AND NOT EXISTS (
    SELECT FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id)`;
}

/** A restoration keeps it from its effect. */
function undone(event: string): string {
  return `EXISTS (SELECT FROM app.event_supersessions u
    JOIN app.vehicle_events r ON r.tenant_id = u.tenant_id AND r.id = u.by_id AND r.type = 'restoration'
   WHERE u.tenant_id = ${event}.tenant_id AND u.event_id = ${event}.id)`;
}
