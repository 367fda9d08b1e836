import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import { type EventToAppend, readFeed } from '@odolog/event-store';
import { atAStore, foldAll, rebuildAll, rounds, tablesOf, type TestTenant } from '@odolog/testing';
import { fuelSegments } from '@odolog/vehicle';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../src/projector/changes-of.js';
import { odometerStepM } from '../src/projector/odometer-step.js';
import {
  changeOf,
  commandOf,
  hidingOf,
  madeChange,
  madeEvent,
  type MadeChange,
  type MadeEvent,
} from './histories.js';

const on = atAStore();

async function aHousehold(): Promise<{ tenant: TestTenant; vehicles: string[] }> {
  const tenant = await on.aTenant();
  return { tenant, vehicles: [await on.aVehicle(tenant), await on.aVehicle(tenant)] };
}

/** Appends the events and then the changes, each of an event that still stands; returns the commands that were accepted. */
async function append(
  events: readonly MadeEvent[],
  changes: readonly MadeChange[],
  between: () => Promise<void>,
): Promise<{ tenant: TestTenant; vehicles: string[]; accepted: EventToAppend[] }> {
  const { tenant, vehicles } = await aHousehold();
  const accepted: EventToAppend[] = [];
  const accept = async (command: EventToAppend | undefined) => {
    if (!command || (await on.store.append(command)).status !== 'appended') return;
    accepted.push(command);
    await between();
  };
  for (const [at, made] of events.entries())
    await accept(commandOf(made, { tenant, vehicles, id: randomUUID(), at }));
  for (const [at, change] of changes.entries())
    await accept(changeOf(change, accepted, { tenant, vehicles, at: 1000 + at }));
  return { tenant, vehicles, accepted };
}

/** Segments as the pure fold makes them from every event that stands. */
async function segmentsOf(tenantId: string): Promise<object[]> {
  const events = await forTenant(on.api(), tenantId, (trx) => readFeed(trx, { after: 0, limit: 1000 }));
  const { recorded } = changesOf(events);
  const steps = recorded.flatMap((fact) => ({
    vehicleId: fact.event.vehicleId,
    date: fact.event.date,
    occurredAt: fact.event.occurredAt,
    sequence: fact.event.orderVersion,
    stepM: odometerStepM(fact),
  }));
  const fills = recorded.flatMap(({ event, facts }) =>
    facts.energy
      ? [
          {
            ...facts.energy,
            vehicleId: event.vehicleId,
            eventId: event.id,
            date: event.date,
            occurredAt: event.occurredAt,
            sequence: event.orderVersion,
            odometerM: event.odometer?.void ? null : event.odometerM,
          },
        ]
      : [],
  );
  const stepsOf = Map.groupBy(steps, ({ vehicleId }) => vehicleId);
  return [...Map.groupBy(fills, ({ vehicleId }) => vehicleId)]
    .flatMap(([vehicleId, ofVehicle]) => fuelSegments(ofVehicle, stepsOf.get(vehicleId)).segments)
    .map(({ toEventId, fromEventId, volumeMl, energyWh, distanceM, reason }) => ({
      to_event_id: toEventId,
      from_event_id: fromEventId,
      volume_ml: volumeMl,
      energy_wh: energyWh,
      distance_m: distanceM,
      reason,
    }));
}

const histories = [
  fc.array(madeEvent, { minLength: 1, maxLength: 40 }),
  fc.array(madeChange, { maxLength: 15 }),
] as const;

/** Charges of one vehicle alone, to three levels. */
const charge = madeEvent.map((made) => ({ ...made, vehicle: 0, what: 'charge' as const }));
const charges = [
  fc.array(charge, { minLength: 10, maxLength: 25 }),
  fc.array(
    madeChange.chain((change) =>
      typeof change.into === 'object' ? charge.map((into) => ({ ...change, into })) : fc.constant(change),
    ),
    { maxLength: 6 },
  ),
] as const;

const fillAt = (day: number, hour: number, what: 'fill' | 'partial' = 'fill'): MadeEvent => ({
  vehicle: 0,
  day,
  hour,
  what,
  amount: 30,
  reading: 'valid',
});
/** The segment between the two stands when the later fill is folded from the first of them on. */
const twoReadingsOfOneDay = [fillAt(3, 0), fillAt(3, 2), fillAt(6, 0)];
/** What comes last counts with the fill of the day before, and so does what comes before it on a day after. */
const oneReadingOfThreeDays = [
  fillAt(0, 0),
  fillAt(3, 2),
  fillAt(6, 2),
  fillAt(9, 0),
  fillAt(8, 0),
  fillAt(4, 1, 'partial'),
];

describe('a read model', () => {
  it('folded as events came in equals one rebuilt, with corrections, retractions and back-dated events', async () => {
    await fc.assert(
      fc.asyncProperty(...histories, fc.integer({ min: 1, max: 7 }), async (events, changes, every) => {
        let appended = 0;
        const { tenant } = await append(events, changes, async () => {
          appended += 1;
          if (appended % every === 0) await foldAll(on.worker(), 5);
        });
        await foldAll(on.worker(), 5);
        const folded = await tablesOf(on.api(), tenant.tenantId);
        await rebuildAll(on.worker(), tenant.tenantId);
        expect(await tablesOf(on.api(), tenant.tenantId)).toEqual(folded);
      }),
      { numRuns: rounds(6, 60) },
    );
  }, 120_000);

  it.each([
    {
      of: 'all fills',
      histories,
      examples: [
        [twoReadingsOfOneDay, []],
        [oneReadingOfThreeDays, []],
      ] as [MadeEvent[], MadeChange[]][],
    },
    { of: 'all charges of a battery', histories: charges, examples: [] },
  ])(
    'has the segments of the pure fold over $of that stand, although it folds only around a change',
    async (made) => {
      await fc.assert(
        fc.asyncProperty(...made.histories, async (events, changes) => {
          const { tenant } = await append(events, changes, () => foldAll(on.worker(), 1));
          const { fuel_segments: rows } = await tablesOf(on.api(), tenant.tenantId);
          const kept = rows!.map((row) =>
            Object.fromEntries(segmentKeys.map((key) => [key, Reflect.get(row, key)])),
          );
          const expected = await segmentsOf(tenant.tenantId);
          expect(kept).toHaveLength(expected.length);
          expect(kept).toEqual(expect.arrayContaining(expected));
        }),
        { numRuns: rounds(4, 40), examples: made.examples },
      );
    },
    120_000,
  );

  it('is the same in whatever order the events came in', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories[0].chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(
              events.map((_, at) => at),
              { minLength: events.length },
            ),
          ),
        ),
        async ([events, order]) => {
          const ids = events.map(() => randomUUID());
          const vehicleIds = [randomUUID(), randomUUID()];
          const outcomes = await Promise.all(
            [events.map((_, at) => at), order].map(async (arrival) => {
              const tenant = await on.aTenant();
              for (const vehicleId of vehicleIds) await on.store.openStream(tenant.tenantId, vehicleId);
              for (const at of arrival) {
                const command = commandOf(events[at]!, { tenant, vehicles: vehicleIds, id: ids[at]!, at });
                expect(await on.store.append(command)).toMatchObject({ status: 'appended' });
              }
              return tenant.tenantId;
            }),
          );
          await foldAll(on.worker(), 7);
          const [one, other] = await Promise.all(
            // the order of arrival itself is the one thing that differs
            outcomes.map((tenantId) => tablesOf(on.api(), tenantId, ['order_version'])),
          );
          expect(other).toEqual(one);
        },
      ),
      { numRuns: rounds(4, 40) },
    );
  }, 120_000);

  it('is as if nothing had happened when every change is undone again, the last one first', async () => {
    await fc.assert(
      fc.asyncProperty(...histories, async (events, changes) => {
        const { tenant, vehicles, accepted } = await append(events, [], async () => undefined);
        await foldAll(on.worker(), 3);
        const before = await tablesOf(on.api(), tenant.tenantId);
        const done: EventToAppend[] = [];
        for (const [at, change] of changes.entries()) {
          const command = changeOf(change, [...accepted, ...done], { tenant, vehicles, at: 1000 + at });
          if (command && (await on.store.append(command)).status === 'appended') done.push(command);
        }
        await foldAll(on.worker(), 3);
        for (const change of done.toReversed())
          expect(await on.store.append(hidingOf(change, 'restoration', randomUUID()))).toMatchObject({
            status: 'appended',
          });
        await foldAll(on.worker(), 3);
        expect(await tablesOf(on.api(), tenant.tenantId)).toEqual(before);
      }),
      { numRuns: rounds(4, 40) },
    );
  }, 120_000);

  it('is as if a retracted event had never been there', async () => {
    await fc.assert(
      fc.asyncProperty(histories[0], fc.array(madeEvent, { maxLength: 8 }), async (events, slips) => {
        const ids = events.map(() => randomUUID());
        const vehicleIds = [randomUUID(), randomUUID()];
        const tables = [];
        for (const made of [slips, []]) {
          const tenant = await on.aTenant();
          const about = { tenant, vehicles: vehicleIds };
          for (const vehicleId of vehicleIds) await on.store.openStream(tenant.tenantId, vehicleId);
          const wrong = made.map((slip, at) =>
            commandOf(slip, { ...about, id: randomUUID(), at: 1000 + at }),
          );
          const right = events.map((event, at) => commandOf(event, { ...about, id: ids[at]!, at }));
          for (const command of [...wrong, ...right]) await on.store.append(command);
          await foldAll(on.worker(), 4);
          for (const slip of wrong) await on.store.append(hidingOf(slip, 'retraction', randomUUID()));
          await foldAll(on.worker(), 4);
          tables.push(await tablesOf(on.api(), tenant.tenantId, ['order_version']));
        }
        expect(tables[0]).toEqual(tables[1]);
      }),
      { numRuns: rounds(4, 40) },
    );
  }, 120_000);

  it('stays as it is when its events are applied once more', async () => {
    await fc.assert(
      fc.asyncProperty(...histories, async (events, changes) => {
        const { tenant } = await append(events, changes, async () => undefined);
        await on.fold();
        const once = await tablesOf(on.api(), tenant.tenantId);
        await sql`UPDATE app.projector_checkpoints SET position = 0 WHERE tenant_id = ${tenant.tenantId}`.execute(
          on.database.admin().kysely,
        );
        await foldAll(on.worker(), 3);
        expect(await tablesOf(on.api(), tenant.tenantId)).toEqual(once);
      }),
      { numRuns: rounds(4, 40) },
    );
  }, 120_000);
});

const segmentKeys = ['to_event_id', 'from_event_id', 'volume_ml', 'energy_wh', 'distance_m', 'reason'];
