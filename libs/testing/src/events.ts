import { randomUUID } from 'node:crypto';
import type { EventToAppend } from '@odolog/event-store';
import { eventType, type EventTypeName } from '@odolog/events';
import type { TestTenant } from './people.js';

/** Say what the test is about, the rest is given. */
export type About = Partial<EventToAppend> & { readonly km?: number };

/** An event of that type with the data of its example. */
export function anEvent(
  type: EventTypeName,
  tenant: TestTenant,
  vehicleId: string,
  { km, ...given }: About = {},
): EventToAppend {
  const date = given.date ?? '2026-03-01';
  const definition = eventType(type)!;
  return {
    tenantId: tenant.tenantId,
    vehicleId,
    id: randomUUID(),
    type,
    schemaVersion: definition.version,
    date,
    occurredAt: `${date}T11:00:00.000Z`,
    timeKnown: false,
    odometer: km === undefined ? null : { value: km, unit: 'km' },
    odometerM: km === undefined ? null : Math.round(km * 1000),
    notes: null,
    data: definition.example as Readonly<Record<string, unknown>>,
    recordedBy: tenant.userId,
    source: 'test',
    ...given,
  };
}

/** An odometer reading of a vehicle. */
export const aReading = (tenant: TestTenant, vehicleId: string, about: About = {}): EventToAppend =>
  anEvent('odometer', tenant, vehicleId, { data: {}, ...about });
