import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore, type EventToAppend } from '@odolog/event-store';
import {
  aTenant,
  aVehicle,
  foldAll,
  rebuildAll,
  tablesOf,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commandOf,
  madeChange,
  madeEvent,
  retractionOf,
  type MadeChange,
  type MadeEvent,
} from './histories.js';

let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});

const worker = () => database.as('odolog_worker');
const api = () => database.as('odolog_api');

async function aHousehold(): Promise<{ tenant: TestTenant; vehicles: string[] }> {
  const tenant = await aTenant(database.admin());
  return { tenant, vehicles: [await aVehicle(api(), store, tenant), await aVehicle(api(), store, tenant)] };
}

/** Appends the events and then the changes, each of an event that still stands; returns the commands that were accepted. */
async function append(
  events: readonly MadeEvent[],
  changes: readonly MadeChange[],
  between: () => Promise<void>,
): Promise<{ tenant: TestTenant; accepted: EventToAppend[] }> {
  const { tenant, vehicles } = await aHousehold();
  const accepted: EventToAppend[] = [];
  let standing: EventToAppend[] = [];
  const accept = async (command: EventToAppend) => {
    const { status } = await store.append(command);
    if (status !== 'appended') return;
    accepted.push(command);
    standing = standing.filter(({ id }) => id !== command.correctsId);
    if (command.type !== 'retraction') standing.push(command);
    await between();
  };
  for (const [at, made] of events.entries())
    await accept(commandOf(made, { tenant, vehicles, id: randomUUID(), at }));
  for (const [at, { of, into }] of changes.entries()) {
    const target = standing[of % standing.length];
    if (!target) break;
    const sameVehicle = into && { ...into, vehicle: vehicles.indexOf(target.vehicleId) };
    await accept(
      sameVehicle
        ? {
            ...commandOf(sameVehicle, { tenant, vehicles, id: randomUUID(), at: 1000 + at }),
            correctsId: target.id,
          }
        : retractionOf(target, randomUUID()),
    );
  }
  return { tenant, accepted };
}

describe('a read model', () => {
  it('folded as events came in equals one rebuilt, with corrections, retractions and back-dated events', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(madeEvent, { minLength: 1, maxLength: 40 }),
        fc.array(madeChange, { maxLength: 15 }),
        fc.integer({ min: 1, max: 7 }),
        async (events, changes, every) => {
          let appended = 0;
          const { tenant } = await append(events, changes, async () => {
            appended += 1;
            if (appended % every === 0) await foldAll(worker(), 5);
          });
          await foldAll(worker(), 5);
          const folded = await tablesOf(api(), tenant.tenantId);
          await rebuildAll(worker(), tenant.tenantId);
          expect(await tablesOf(api(), tenant.tenantId)).toEqual(folded);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
