import { turnsOf } from '@odolog/testing';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { planImport, type ImportTarget } from './plan-import.js';

const target = {
  caller: { tenantId: randomUUID(), userId: randomUUID() },
  vehicleId: randomUUID(),
  timeZone: 'UTC',
  importId: randomUUID(),
  now: '2026-03-02T00:00:00Z',
} as unknown as ImportTarget;
const draft = { body: { type: 'note', date: '2026-03-01', data: { text: 'Washed' } }, placeInDay: 0 };

it('plans a thousand rows and lets other requests in meanwhile', async () => {
  const rows = [...Array(1000).keys()].map((row) => ({ row, fingerprint: `${row}`, raw: '', draft }));
  const ids = new Map(
    rows.map(({ fingerprint }) => [fingerprint, { eventId: randomUUID(), isDuplicate: false }]),
  );
  const plan = () => planImport({ rows, detected: {} as never }, ids, target);
  expect((await plan()).planned.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
  expect(await turnsOf(plan)).toBeGreaterThan(5);
});
