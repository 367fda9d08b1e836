import { randomUUID } from 'node:crypto';
import {
  createEventStore,
  followCorrections,
  type AppendOutcome,
  type EventStore,
  type EventToAppend,
} from '@odolog/event-store';
import {
  anEvent,
  aReading,
  aTenant,
  aVehicle,
  findStoreFaults,
  rounds,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** The rules of the odometer and of the hours meter, said as simply as they can be said, beside the functions that keep them. */
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
  readonly does: 'record' | 'replace' | 'correct' | 'retract' | 'restore' | 'repeat';
  readonly day: number;
  readonly hour: number;
  /** Which meters were read. */
  readonly read: 'odometer' | 'hours' | 'both';
  /** What both show. */
  readonly km: number | null;
  /** Of a replacement: what the old odometer showed last. */
  readonly oldKm: number;
  readonly isVoid: boolean;
  readonly target: number;
}

const steps = fc.array(
  fc.record<Step>({
    does: fc.oneof(
      { weight: 6, arbitrary: fc.constant('record' as const) },
      { weight: 2, arbitrary: fc.constant('replace' as const) },
      { weight: 2, arbitrary: fc.constant('correct' as const) },
      { weight: 2, arbitrary: fc.constant('retract' as const) },
      { weight: 2, arbitrary: fc.constant('restore' as const) },
      { weight: 1, arbitrary: fc.constant('repeat' as const) },
    ),
    // few days and hours, so that instants collide; some far apart, so that the narrow search finds nothing
    day: fc.constantFrom(0, 1, 2, 3, 500, 501, 2000),
    hour: fc.constantFrom(6, 12),
    read: fc.constantFrom('odometer', 'hours', 'both'),
    km: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    oldKm: fc.integer({ min: 1, max: 12 }),
    isVoid: fc.nat(5).map((dice) => dice === 0),
    target: fc.nat(),
  }),
  { minLength: 1, maxLength: 24 },
);

type Known = Omit<EventToAppend, 'correctsId'> & {
  readonly correctsId: string | null;
  readonly order: number;
};
type Reading = Pick<EventToAppend, 'data' | 'odometer' | 'odometerM'>;
/** What a meter showed where it counts: compared with what was before, and with what comes after. */
type Shown = { readonly first: number; readonly last: number };

/** A vehicle's history in memory. */
class Model {
  private readonly recorded: Known[] = [];

  get events(): EventToAppend[] {
    return this.recorded.map(({ order: _, correctsId, ...event }) => ({
      ...event,
      ...(correctsId !== null && { correctsId }),
    }));
  }

  append(event: EventToAppend): AppendOutcome['status'] {
    if (this.find(event.id)) return 'duplicate';
    const target = this.find(event.correctsId);
    const refused = target && this.refusalOf(event.type, target);
    if (refused) return refused;
    const known: Known = {
      ...event,
      correctsId: event.correctsId ?? null,
      order: target?.order ?? this.recorded.length + 1,
    };
    const { standing } = followCorrections([...this.recorded, known]);
    const ordered = [...standing.values()].sort(chronologically);
    for (const [status, shownBy] of meters) {
      const shown = ordered.flatMap((event) => shownBy(event) ?? []);
      if (shown.some(({ first }, at) => at > 0 && first < shown[at - 1]!.last)) return status;
    }
    this.recorded.push(known);
    return 'appended';
  }

  private refusalOf(type: string, target: Known): AppendOutcome['status'] | undefined {
    if (type === 'restoration' ? target.correctsId === null : hiding.includes(target.type))
      return 'unknown-target';
    const { supersededBy } = followCorrections(this.recorded);
    if (supersededBy.has(target.id)) return 'target-superseded';
    // what an undone restoration had undone must find its own target free
    for (let undone = target; type === 'restoration' && undone.type === 'restoration';) {
      const renewed = this.find(undone.correctsId)!;
      if (supersededBy.has(renewed.correctsId!)) return 'target-superseded';
      if (renewed.type !== 'restoration') return undefined;
      undone = this.find(renewed.correctsId)!;
    }
    return undefined;
  }

  private find(id: string | null | undefined): Known | undefined {
    return this.recorded.find((known) => known.id === id);
  }
}

const hiding = ['retraction', 'restoration'];
const meters: readonly (readonly [AppendOutcome['status'], (event: Reading) => Shown | undefined])[] = [
  ['odometer-out-of-order', odometerOf],
  ['hours-out-of-order', hoursOf],
];

/** Of a replacement, what the old odometer showed last comes first. */
function odometerOf({ data, odometer, odometerM }: Reading): Shown | undefined {
  if (odometerM === null || odometer?.void) return undefined;
  const oldFinal = data['oldFinal'] as { value: number } | undefined;
  return { first: oldFinal ? oldFinal.value * 1000 : odometerM, last: odometerM };
}

function hoursOf({ data: given }: Reading): Shown | undefined {
  const { hours, hoursVoid, oldFinalHours, newFirstHours } = given as Record<string, number | undefined>;
  if (newFirstHours !== undefined) return { first: oldFinalHours!, last: newFirstHours };
  return hours === undefined || hoursVoid ? undefined : { first: hours, last: hours };
}

const chronologically = (a: Known, b: Known) =>
  Date.parse(a.date) - Date.parse(b.date) ||
  Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
  a.order - b.order;

/** The commands that the steps come to, given what was recorded before each. */
function commandOf(vehicle: string, step: Step, before: readonly EventToAppend[]): EventToAppend {
  const date = new Date(Date.UTC(2019, 0, 1 + step.day)).toISOString().slice(0, 10);
  const occurredAt = `${date}T${String(step.hour).padStart(2, '0')}:00:00.000Z`;
  const about = { id: randomUUID(), date, occurredAt };
  const target = before[step.target % Math.max(before.length, 1)];
  if (step.does === 'repeat' && target) return target;
  const corrects = target && !['record', 'replace'].includes(step.does) ? { correctsId: target.id } : {};
  if (step.does === 'retract' && target)
    return anEvent('retraction', tenant, vehicle, { ...about, ...corrects });
  if (step.does === 'restore' && target)
    return anEvent('restoration', tenant, vehicle, { ...about, ...corrects });
  if (step.km === null) return aReading(tenant, vehicle, { ...about, ...corrects });
  const replaces = step.does === 'replace' || (step.does === 'correct' && step.oldKm > 8);
  if (replaces && step.read !== 'odometer')
    return anEvent('hours-meter-replacement', tenant, vehicle, {
      ...about,
      ...corrects,
      data: { oldFinalHours: step.oldKm, newFirstHours: step.km },
    });
  const odometer = { value: step.km, unit: 'km' as const, ...(step.isVoid ? { void: true } : {}) };
  if (replaces)
    return anEvent('odometer-replacement', tenant, vehicle, {
      ...about,
      ...corrects,
      km: step.km,
      odometer,
      data: { oldFinal: { value: step.oldKm, unit: 'km' }, newFirst: { value: step.km, unit: 'km' } },
    });
  if (step.read === 'odometer')
    return aReading(tenant, vehicle, { ...about, ...corrects, km: step.km, odometer });
  return anEvent('inspection', tenant, vehicle, {
    ...about,
    ...corrects,
    ...(step.read === 'both' && { km: step.km, odometer }),
    data: { result: 'passed', hours: step.km, ...(step.isVoid && { hoursVoid: true }) },
  });
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
    { numRuns: rounds(25, 300) },
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
    { numRuns: rounds(20, 200) },
  );
  expect(await findStoreFaults(database.admin())).toEqual([]);
});

it('gives a sequence of readings beside others the outcomes that they have one by one', async () => {
  const plain = steps.map((all) =>
    all.map((step): Step => ({ ...step, does: 'record', read: 'odometer', isVoid: false })),
  );
  await fc.assert(
    fc.asyncProperty(steps, plain, async (history, sequence) => {
      const vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
      const model = new Model();
      const recorded = (step: Step) => {
        const command = commandOf(vehicle, step, model.events);
        return { command, expected: model.append(command) };
      };
      for (const { command } of history.map(recorded)) await store.append(command);
      const commands = sequence.map(recorded);
      const outcomes = await store.appendAll(commands.map(({ command }) => command));
      expect(outcomes.map(({ status }) => status)).toEqual(commands.map(({ expected }) => expected));
    }),
    { numRuns: rounds(25, 300) },
  );
  expect(await findStoreFaults(database.admin())).toEqual([]);
});
