import { eventType } from '@odolog/events';
import { turnsOf } from '@odolog/testing';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { commandRow } from './command-row.js';
import { commandRows } from './command-rows.js';
import type { EventToAppend } from './event.js';

const note: EventToAppend = {
  tenantId: randomUUID(),
  vehicleId: randomUUID(),
  id: randomUUID(),
  type: 'note',
  schemaVersion: eventType('note')!.version,
  date: '2026-03-01',
  occurredAt: '2026-03-01T11:00:00.000Z',
  timeKnown: false,
  odometer: null,
  odometerM: null,
  notes: null,
  data: eventType('note')!.example,
  recordedBy: randomUUID(),
  source: 'api',
};

it('looks at a thousand commands without keeping the event loop from turning', async () => {
  const events = Array.from({ length: 1000 }, () => note);
  expect(await commandRows(events)).toEqual(events.map((event) => commandRow(event)));
  expect(await turnsOf(() => commandRows(events))).toBeGreaterThan(5);
});
