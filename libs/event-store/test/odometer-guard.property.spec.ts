import { randomUUID } from 'node:crypto';
import {
  createEventStore,
  type AppendOutcome,
  type EventStore,
  type EventToAppend,
} from '@odolog/event-store';
import {
  aReading,
  aTenant,
  aVehicle,
  findStoreFaults,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** The rules of the odometer, said as simply as they can be said, beside the functions that keep them. */
let database: TestDatabase;
let store: EventStore;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
  tenant = await aTenant(database.admin());
});
afterAll(async () => {
  store.close();
  await database.drop();
});

/** `target` picks one of the events before, effective or not. */
interface Step {
  readonly does: 'record' | 'correct' | 'retract' | 'repeat';
  readonly day: number;
  readonly hour: number;
  readonly km: number | null;
  readonly isVoid: boolean;
  readonly target: number;
}

const steps = fc.array(
  fc.record<Step>({
    does: fc.oneof(
      { weight: 6, arbitrary: fc.constant('record' as const) },
      { weight: 2, arbitrary: fc.constant('correct' as const) },
      { weight: 1, arbitrary: fc.constant('retract' as const) },
      { weight: 1, arbitrary: fc.constant('repeat' as const) },
    ),
    // few days and hours, so that instants collide; some far apart, so that the narrow search finds nothing
    day: fc.constantFrom(0, 1, 2, 3, 500, 501, 2000),
    hour: fc.constantFrom(6, 12),
    km: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    isVoid: fc.nat(5).map((dice) => dice === 0),
    target: fc.nat(),
  }),
  { minLength: 1, maxLength: 24 },
);

interface Recorded {
  readonly event: EventToAppend;
  readonly place: readonly [string, string, number];
  superseded: boolean;
}

/** A vehicle's history in memory. */
class Model {
  private readonly recorded: Recorded[] = [];

  get events(): EventToAppend[] {
    return this.recorded.map(({ event }) => event);
  }

  append(event: EventToAppend): AppendOutcome['status'] {
    if (this.recorded.some((known) => known.event.id === event.id)) return 'duplicate';
    const target = this.recorded.find((known) => known.event.id === event.correctsId);
    if (target?.event.type === 'retraction') return 'unknown-target';
    if (target?.superseded) return 'target-superseded';
    const order = target?.place[2] ?? this.recorded.length + 1;
    const place = [event.date, event.occurredAt, order] as const;
    if (counts(event)) {
      const others = this.recorded.filter(
        (known) => known !== target && !known.superseded && counts(known.event),
      );
      const fits = others.every((other) =>
        isBefore(other.place, place)
          ? other.event.odometerM! <= event.odometerM!
          : other.event.odometerM! >= event.odometerM!,
      );
      if (!fits) return 'odometer-out-of-order';
    }
    if (target) target.superseded = true;
    this.recorded.push({ event, place, superseded: false });
    return 'appended';
  }
}

const counts = (event: EventToAppend) => event.odometerM !== null && !event.odometer?.void;
const isBefore = (a: Recorded['place'], b: Recorded['place']) =>
  a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];

/** The commands that the steps come to, given what was recorded before each. */
function commandOf(vehicle: string, step: Step, before: readonly EventToAppend[]): EventToAppend {
  const date = new Date(Date.UTC(2019, 0, 1 + step.day)).toISOString().slice(0, 10);
  const occurredAt = `${date}T${String(step.hour).padStart(2, '0')}:00:00.000Z`;
  const about = { id: randomUUID(), date, occurredAt };
  const target = before[step.target % Math.max(before.length, 1)];
  if (step.does === 'repeat' && target) return target;
  const corrects = target && step.does !== 'record' ? { correctsId: target.id } : {};
  if (step.does === 'retract' && target)
    return aReading(tenant, vehicle, { ...about, ...corrects, type: 'retraction' });
  if (step.km === null) return aReading(tenant, vehicle, { ...about, ...corrects });
  const odometer = { value: step.km, unit: 'km' as const, ...(step.isVoid ? { void: true } : {}) };
  return aReading(tenant, vehicle, { ...about, ...corrects, km: step.km, odometer });
}

it('accepts exactly the readings between their neighbours, whatever was corrected, voided or back-dated', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
      const model = new Model();
      for (const step of history) {
        const command = commandOf(vehicle, step, model.events);
        const expected = model.append(command);
        expect((await store.append(command)).status).toBe(expected);
      }
    }),
    { numRuns: 60 },
  );
  expect(await findStoreFaults(database.admin())).toEqual([]);
});

it('gives a sequence in one transaction the outcomes that its commands have one by one', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
      const model = new Model();
      const commands: EventToAppend[] = [];
      const expected = history.map((step) => {
        const command = commandOf(vehicle, step, model.events);
        commands.push(command);
        return model.append(command);
      });
      const rehearsed = await store.appendAll(commands, { dryRun: true });
      const outcomes = await store.appendAll(commands);
      expect(outcomes.map(({ status }) => status)).toEqual(expected);
      expect(rehearsed.map(({ status }) => status)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
  expect(await findStoreFaults(database.admin())).toEqual([]);
});
