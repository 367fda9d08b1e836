import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import { type EventToAppend } from '@odolog/event-store';
import { anEvent, atAStore, type TestTenant } from '@odolog/testing';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';

const on = atAStore();
let tenant: TestTenant;
let vehicle: string;
beforeAll(async () => {
  tenant = await on.aTenant();
});

const dayOf = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);

const chargeTo = (at: number, endPercent: number, added = 20): EventToAppend =>
  anEvent('charge', tenant, vehicle, {
    id: randomUUID(),
    date: dayOf(at),
    km: 1000 + 100 * at,
    data: {
      added: { value: added, unit: 'kWh' },
      endPercent,
      startedAt: `${dayOf(at)}T10:00:00Z`,
      charger: 'home',
    },
  });

/** A car charged on each of 200 days, to the level that the day says; what was charged, a day an event. */
async function charged(levelOf: (at: number) => number): Promise<EventToAppend[]> {
  vehicle = await on.aVehicle(tenant);
  const charges = Array.from({ length: 200 }, (_, at) => chargeTo(at, levelOf(at)));
  await on.store.appendAll(charges);
  await on.fold();
  return charges;
}

/** The days on which segments close that were written since. */
async function writtenBy(change: EventToAppend): Promise<string[]> {
  const rows = () =>
    forTenant(on.api(), tenant.tenantId, async (trx) => {
      const { rows: standing } = await sql<{ row: string; toDate: string }>`
        SELECT to_date, to_event_id || ' ' || xmin AS row FROM app.fuel_segments
         WHERE vehicle_id = ${vehicle} ORDER BY to_date`.execute(trx);
      return standing;
    });
  const before = new Set((await rows()).map(({ row }) => row));
  expect(before.size).toBeGreaterThan(90);
  expect(await on.store.append(change)).toMatchObject({ status: 'appended' });
  await on.fold();
  return (await rows()).filter(({ row }) => !before.has(row)).map(({ toDate }) => toDate);
}

const days = (...at: number[]) => at.map(dayOf);

describe('a changed charge', () => {
  it('writes the segments around it alone, where every charge goes to one level', async () => {
    const charges = await charged(() => 80);
    const corrected = { ...chargeTo(100, 80, 21), correctsId: charges[100]!.id };
    expect(await writtenBy(corrected)).toEqual(days(99, 100, 101));
  });

  it('writes the segments around it alone, where some charges go to another level', async () => {
    const charges = await charged((at) => (at % 10 === 5 ? 100 : 80));
    const corrected = { ...chargeTo(105, 100, 21), correctsId: charges[105]!.id };
    expect(await writtenBy(corrected)).toEqual(days(104, 106));
  });

  it('writes what follows up to the day on which both ways of counting meet', async () => {
    // from day 100 on to 90: that is settled by the second such charge
    const charges = await charged((at) => (at < 100 ? 80 : 90));
    const corrected = { ...chargeTo(100, 80), correctsId: charges[100]!.id };
    expect(await writtenBy(corrected)).toEqual(days(99, 100, 101, 102));
  });

  it('writes all that follows where its level decides every later segment', async () => {
    const charges = await charged((at) => (at % 2 ? 90 : 80));
    const corrected = { ...chargeTo(100, 90), correctsId: charges[100]!.id };
    const oddDays = Array.from({ length: 50 }, (_, at) => 101 + 2 * at);
    expect(await writtenBy(corrected)).toEqual(days(98, 99, 100, ...oddDays));
  });
});
