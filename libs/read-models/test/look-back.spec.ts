import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { type KnownHistory, readStream, readTimeline } from '@odolog/event-store';
import { atAStore, rounds, type TestTenant } from '@odolog/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  costsOf,
  economyOf,
  eventEconomiesOf,
  fuelEconomyOf,
  getCosts,
  getFuelEconomy,
  getHours,
  getMonths,
  getOdometer,
  getVehicleSummary,
  hoursOf,
  monthsOf,
  odometerOf,
  readKnownHistories,
  readPast,
  readReminderContexts,
  remindersOf,
  type PointOfView,
} from '../src/index.js';
import { changeOf, commandOf, madeChange, madeEvent } from './histories.js';

const on = atAStore();

interface Seen {
  readonly tenant: TestTenant;
  readonly vehicleId: string;
}

const today = '2026-03-01';
const read = <Result>({ tenant }: Seen, query: (trx: TenantTransaction) => Promise<Result>) =>
  forTenant(on.api(), tenant.tenantId, query);

/** Everything that is told of a vehicle now, by its read models. */
async function present(seen: Seen): Promise<object> {
  const { vehicleId } = seen;
  const { items } = await readTimeline(on.api(), seen.tenant.tenantId, { ...wholeTimeline, vehicleId });
  return read(seen, async (trx) => ({
    items,
    summary: await getVehicleSummary(trx, vehicleId, { today }),
    economy: await getFuelEconomy(trx, vehicleId),
    costs: await getCosts(trx, vehicleId),
    odometer: await getOdometer(trx, vehicleId, { today }),
    hours: await getHours(trx, vehicleId, { today }),
    months: await getMonths(trx, vehicleId),
    reminders: (await readReminderContexts(trx, [{ id: vehicleId, today }])).get(vehicleId),
    economies: await economyOf(
      trx,
      items.map(({ id }) => id),
    ),
  }));
}

/** The same as it was. */
async function past(seen: Seen, view: PointOfView): Promise<object> {
  const { vehicleId } = seen;
  const history = await read(seen, (trx) => readPast(trx, vehicleId, view));
  const asked = { ...wholeTimeline, vehicleId, known: history.known, ...(view.asOf && { to: view.asOf }) };
  const { items } = await readTimeline(on.api(), seen.tenant.tenantId, asked);
  await expectSameAmongOthers(seen, history.known, view);
  const shown = new Set(items.map(({ id }) => id));
  return {
    items,
    summary: await read(seen, (trx) => getVehicleSummary(trx, vehicleId, { today, ...view })),
    economy: fuelEconomyOf(history),
    costs: costsOf(history),
    odometer: odometerOf(history, { today }),
    hours: hoursOf(history, { today }),
    months: monthsOf(history),
    reminders: remindersOf(history),
    economies: new Map([...eventEconomiesOf(history)].filter(([id]) => shown.has(id))),
  };
}

/** What is known of a vehicle by itself is what is known of it among several. */
async function expectSameAmongOthers(
  { tenant, vehicleId }: Seen,
  alone: KnownHistory,
  { knownAt }: PointOfView,
) {
  if (knownAt === undefined) return;
  const together = await read({ tenant, vehicleId }, (trx) => readKnownHistories(trx, [vehicleId], knownAt));
  expect(together.versions).toEqual(alone.versions);
  expect(sorted(together.out)).toEqual(sorted(alone.out));
}

const sorted = (out: KnownHistory['out']) => [...out].sort(([a], [b]) => (a < b ? -1 : 1));

const wholeTimeline = { limit: 200, includeSuperseded: true };

const besides = [
  'position',
  'orderVersion',
  'sequence',
  'version',
  'recordedAt',
  'chainHash',
  'tenantId',
  'asOf',
];

/** Quotients by two roads differ in their last digits; a position and a place in the order are no content. */
function comparable(told: object): unknown {
  return JSON.parse(
    JSON.stringify(told, (key, value: unknown) => {
      if (besides.includes(key)) return undefined;
      // rounded from quotients: where those lie on an edge, either side is right
      if (key === 'comparedToAveragePercent') return 'told';
      if (value instanceof Map)
        return [...(value as Map<string, object>)].sort(([a], [b]) => (a < b ? -1 : 1));
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
    }),
  );
}

async function lastRecordedAt(seen: Seen): Promise<string> {
  return (await read(seen, (trx) => readStream(trx, seen.vehicleId))).at(-1)!.recordedAt;
}

const ofOneVehicle = madeEvent.map((made) => ({ ...made, vehicle: 0 }));

describe('a look back', () => {
  it('known at the moment of any command tells what was told then, whatever came later', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(ofOneVehicle, { minLength: 1, maxLength: 15 }),
        fc.array(madeChange, { maxLength: 10 }),
        async (events, changes) => {
          const tenant = await on.aTenant();
          const vehicles = [await on.aVehicle(tenant)];
          const seen = { tenant, vehicleId: vehicles[0]! };
          const accepted: ReturnType<typeof commandOf>[] = [];
          const told: { readonly knownAt: string; readonly then: object }[] = [];
          const steps = [
            ...events.map((made, at) => () => commandOf(made, { tenant, vehicles, id: randomUUID(), at })),
            ...changes.map(
              (change, at) => () => changeOf(change, accepted, { tenant, vehicles, at: 1000 + at }),
            ),
          ];
          for (const step of steps) {
            const command = step();
            if (!command || (await on.store.append(command)).status !== 'appended') continue;
            accepted.push(command);
            await on.fold();
            told.push({ knownAt: await lastRecordedAt(seen), then: await present(seen) });
            await pause(2); // the next one is recorded in another millisecond
          }
          for (const { knownAt, then } of told)
            expect(comparable(await past(seen, { knownAt }))).toEqual(comparable(then));
        },
      ),
      { numRuns: rounds(4, 30) },
    );
  }, 120_000);

  it('as of a day tells what would be told if nothing had happened later', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(ofOneVehicle, { minLength: 1, maxLength: 25 }),
        fc.nat({ max: 400 }),
        async (events, day) => {
          const asOf = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
          const vehicleId = randomUUID();
          const ids = events.map(() => randomUUID());
          const [whole, short] = await Promise.all(
            ['9999-12-31', asOf].map(async (until) => {
              const tenant = await on.aTenant();
              await on.store.openStream(tenant.tenantId, vehicleId);
              for (const [at, made] of events.entries()) {
                const command = commandOf(made, { tenant, vehicles: [vehicleId], id: ids[at]!, at });
                if (command.date <= until) await on.store.append({ ...command, recordedBy: ids[0]! });
              }
              return { tenant, vehicleId };
            }),
          );
          await on.fold();
          const then = (await present(short!)) as { summary: object };
          const looked = (await past(whole!, { asOf })) as { summary: object };
          const { summary: _, ...rest } = looked;
          expect(comparable(rest)).toEqual(comparable({ ...then, summary: undefined }));
          const summary = await read(short!, (trx) => getVehicleSummary(trx, vehicleId, { today: asOf }));
          expect(comparable(looked.summary)).toEqual(comparable(summary));
        },
      ),
      { numRuns: rounds(4, 40) },
    );
  }, 120_000);

  it('before the first event was recorded finds nothing', async () => {
    const tenant = await on.aTenant();
    const vehicleId = await on.aVehicle(tenant);
    await on.store.append(
      commandOf(
        { vehicle: 0, day: 1, hour: 0, what: 'fill', amount: 30, reading: 'valid' },
        { tenant, vehicles: [vehicleId], id: randomUUID(), at: 0 },
      ),
    );
    expect(await past({ tenant, vehicleId }, { knownAt: '2020-01-01T00:00:00Z' })).toMatchObject({
      items: [],
      summary: { odometer: null, counts: { events: 0 }, lastEvent: null, nextDue: null },
      months: [],
    });
  });
});
