import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createDatabase } from '../../libs/db/dist/index.js';
import { createEventStore, type EventToAppend } from '../../libs/event-store/dist/index.js';
import { eventType } from '../../libs/events/dist/index.js';
import type { Stream } from './contenders/contender.ts';
import { aFleet, person } from './fleet.ts';

const events = 10_000;

/** Records 10,000 fuel-ups and charges of one vehicle, four hours apart. @returns them, the oldest first */
export async function recordLongHistory(adminUrl: string, apiUrl: string): Promise<readonly EventToAppend[]> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
  const [stream] = await aFleet(admin, 1, 1);
  await admin.end();
  const history = Array.from({ length: events }, (_, turn) => anEvent(stream!, turn));
  const api = createDatabase({ connectionString: apiUrl, max: 1 });
  const store = createEventStore(api);
  for (let at = 0; at < history.length; at += 1000) await store.appendAll(history.slice(at, at + 1000));
  store.close();
  await api.close();
  return history;
}

function anEvent({ tenantId, vehicleId }: Stream, turn: number): EventToAppend {
  const at = new Date(Date.UTC(2021, 0, 1) + turn * 4 * 3_600_000).toISOString();
  const km = 1000 + turn * 50;
  const amount = { amount: '42.00', currency: 'EUR' };
  const [type, data] =
    turn % 2 === 0
      ? ['fuel', { volume: { value: 4, unit: 'L' }, total: amount, energy: 'petrol', fill: 'full' }]
      : [
          'charge',
          { added: { value: 9, unit: 'kWh' }, total: amount, endPercent: 80, startedAt: at, charger: 'home' },
        ];
  return {
    tenantId,
    vehicleId,
    id: randomUUID(),
    type: type as string,
    schemaVersion: eventType(type as string)!.version,
    date: at.slice(0, 10),
    occurredAt: at,
    timeKnown: true,
    odometer: { value: km, unit: 'km' },
    odometerM: km * 1000,
    notes: null,
    data: data as Record<string, unknown>,
    recordedBy: person,
    source: 'bench',
  };
}
