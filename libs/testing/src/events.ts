import { randomUUID } from 'node:crypto';
import type { EventToAppend } from '@odolog/event-store';
import type { TestTenant } from './people.js';

/** An odometer reading of a vehicle; say what the test is about, the rest is given. */
export function aReading(
  tenant: TestTenant,
  vehicleId: string,
  about: Partial<EventToAppend> & { readonly km?: number } = {},
): EventToAppend {
  const { km, ...given } = about;
  const date = given.date ?? '2026-03-01';
  return {
    tenantId: tenant.tenantId,
    vehicleId,
    id: randomUUID(),
    type: 'odometer',
    schemaVersion: 1,
    date,
    occurredAt: `${date}T11:00:00.000Z`,
    timeKnown: false,
    odometer: km === undefined ? null : { value: km, unit: 'km' },
    odometerM: km === undefined ? null : Math.round(km * 1000),
    notes: null,
    data: {},
    recordedBy: tenant.userId,
    source: 'test',
    ...given,
  };
}
