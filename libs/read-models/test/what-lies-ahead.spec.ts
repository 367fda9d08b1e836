import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import { atAStore } from '@odolog/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  getFleetLines,
  getGlances,
  getHours,
  getOdometer,
  getVehicleSummary,
  readLifeTurns,
  readReminderContexts,
} from '../src/index.js';
import { commandOf, madeEvent } from './histories.js';

const on = atAStore();

const today = '2025-01-08';
/** Some before that day, some on it, some after; what is planned for later is a reminder of now. */
const around = madeEvent
  .map((made) => ({ ...made, vehicle: 0, day: made.day % 15 }))
  .filter(({ what, day }) => what !== 'reminder' || day <= 7);

/** What is told of a vehicle today, by its read models. */
async function toldToday(tenantId: string, id: string): Promise<object> {
  return forTenant(on.api(), tenantId, async (trx) => {
    const { position: _, ...summary } = await getVehicleSummary(trx, id, { today });
    return {
      summary,
      glance: (await getGlances(trx, [{ id, today }])).get(id),
      fleetLine: (await getFleetLines(trx, [id], today))[0],
      odometer: (await getOdometer(trx, id, { today })).current,
      hours: (await getHours(trx, id, { today })).current,
      reminders: (await readReminderContexts(trx, [{ id, today }])).get(id),
      life: (await readLifeTurns(trx, [{ id, today }])).get(id),
    };
  });
}

it('changes nothing of what a vehicle shows today', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(around, { minLength: 1, maxLength: 25 }), async (events) => {
      const vehicleId = randomUUID();
      const ids = events.map(() => randomUUID());
      const told = [];
      for (const until of ['9999-12-31', today]) {
        const tenant = await on.aTenant();
        await on.store.openStream(tenant.tenantId, vehicleId);
        for (const [at, made] of events.entries()) {
          const command = commandOf(made, { tenant, vehicles: [vehicleId], id: ids[at]!, at });
          if (command.date <= until) await on.store.append(command);
        }
        await on.fold();
        told.push(await toldToday(tenant.tenantId, vehicleId));
      }
      const [withMore, without] = told;
      expect(comparable(withMore!)).toEqual(comparable(without!));
    }),
    { numRuns: 15 },
  );
}, 120_000);

/**
 * Quotients by two roads differ in their last digits; nothing at all is as good as a glance at nothing; and a place among all that
 * was recorded is another one where less was.
 */
function comparable(told: object): unknown {
  return JSON.parse(
    JSON.stringify(told, (key, value: unknown) => {
      if (key === 'sequence') return undefined;
      if (key === 'glance') return value ?? { lastDate: null, odometer: null, economy: [] };
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
    }),
  );
}
