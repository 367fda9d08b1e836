import { eventType } from '@odolog/events';
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
  let turns = 0;
  let isOver = false;
  const counting = (): void => {
    turns += 1;
    if (!isOver) setImmediate(counting);
  };
  setImmediate(counting);
  const rows = await commandRows(Array.from({ length: 1000 }, () => note));
  isOver = true;
  expect(rows).toEqual(Array.from({ length: 1000 }, () => commandRow(note)));
  expect(turns).toBeGreaterThan(5);
});
