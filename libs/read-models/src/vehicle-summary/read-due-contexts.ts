import type { TenantTransaction } from '@odolog/db';
import type { ReminderFact } from '@odolog/events';
import { sql } from 'kysely';
import type { DoneService, StandingReminder } from './next-due.js';

interface DueContextRow {
  readonly vehicleId: string;
  readonly eventId: string;
  readonly date: string;
  readonly odometerM: number | null;
  readonly reminder: ReminderFact | null;
  readonly serviceKinds: readonly string[] | null;
}

/** Reminders and done work dated up to a day, by vehicle. */
export async function readDueContexts(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  until: string,
): Promise<Map<string, { readonly reminders: StandingReminder[]; readonly services: DoneService[] }>> {
  const { rows } = await sql<DueContextRow>`
    SELECT vehicle_id, event_id, date, odometer_m, reminder, service_kinds
      FROM app.summary_events
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds}) AND date <= ${until}::date
       AND (reminder IS NOT NULL OR service_kinds IS NOT NULL)`.execute(trx);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return new Map(
    [...byVehicle].map(([vehicleId, ofVehicle]) => [
      vehicleId,
      {
        reminders: ofVehicle.flatMap(({ eventId, date, reminder }) =>
          reminder ? [{ eventId, date, fact: reminder }] : [],
        ),
        services: ofVehicle.flatMap(({ date, odometerM, serviceKinds }) =>
          serviceKinds ? [{ date, odometerM, kinds: serviceKinds }] : [],
        ),
      },
    ]),
  );
}
