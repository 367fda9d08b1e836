import { createDatabase } from '../../../libs/db/dist/index.js';
import { createEventStore } from '../../../libs/event-store/dist/index.js';
import { eventType } from '../../../libs/events/dist/index.js';
import { person } from '../fleet.ts';
import type { Contender } from './contender.ts';

const fuel = eventType('fuel')!;

/** The product as the api process runs it: tenants isolated, ids registered, odometer guarded, positions gapless, chained. */
export function odolog(apiUrl: string): Contender {
  const db = createDatabase({ connectionString: apiUrl, max: 10, applicationName: 'bench' });
  const store = createEventStore(db);
  return {
    name: 'Odolog, everything on',
    append: async (stream, event) => {
      const outcome = await store.append({
        tenantId: stream.tenantId,
        vehicleId: stream.vehicleId,
        id: event.id,
        type: 'fuel',
        schemaVersion: fuel.version,
        date: event.date,
        occurredAt: event.occurredAt,
        timeKnown: true,
        odometer: { value: event.odometerKm, unit: 'km' },
        odometerM: event.odometerKm * 1000,
        notes: null,
        data: event.data,
        recordedBy: person,
        source: 'bench',
      });
      if (outcome.status !== 'appended') throw new Error(`refused: ${outcome.status}`);
    },
    close: async () => {
      store.close();
      await db.close();
    },
  };
}
