import { randomUUID } from 'node:crypto';
import { followCorrections, type EventToAppend } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { aReading, type TestTenant } from '@odolog/testing';
import fc from 'fast-check';

/** An event of a made-up history; day and hour also decide the odometer, so that any order of arrival is accepted. */
export interface MadeEvent {
  readonly vehicle: number;
  readonly day: number;
  readonly hour: number;
  readonly what:
    | 'fill'
    | 'partial'
    | 'missed'
    | 'charge'
    | 'service'
    | 'expense'
    | 'note'
    | 'reading'
    | 'replaced'
    | 'reminder'
    | 'bought'
    | 'sold'
    | 'hours'
    | 'hours-replaced';
  readonly amount: number;
  readonly reading: 'valid' | 'void' | 'none';
}

/** Corrects or takes back an earlier event: `of` picks one of those that still stand. Or undoes one of the changes before it. */
export interface MadeChange {
  readonly of: number;
  readonly into: MadeEvent | 'retracted' | 'undone';
}

export const madeEvent: fc.Arbitrary<MadeEvent> = fc.record({
  vehicle: fc.nat({ max: 1 }),
  day: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 400 })),
  hour: fc.nat({ max: 2 }),
  what: fc.constantFrom(
    'fill',
    'fill',
    'fill',
    'partial',
    'missed',
    'charge',
    'charge',
    'service',
    'expense',
    'note',
    'reading',
    'replaced',
    'reminder',
    'bought',
    'sold',
    'hours',
    'hours',
    'hours-replaced',
  ),
  amount: fc.integer({ min: 1, max: 60 }),
  reading: fc.constantFrom('valid', 'valid', 'valid', 'void', 'none'),
});

export const madeChange: fc.Arbitrary<MadeChange> = fc.record({
  of: fc.nat(),
  into: fc.oneof(
    { weight: 3, arbitrary: madeEvent },
    { weight: 1, arbitrary: fc.constant('retracted' as const) },
    { weight: 2, arbitrary: fc.constant('undone' as const) },
  ),
});

const euros = (amount: number) => ({ amount: `${amount}.00`, currency: 'EUR' });

const content: Record<MadeEvent['what'], (made: MadeEvent) => Pick<EventToAppend, 'type' | 'data'>> = {
  fill: ({ amount }) => fuel(amount, { fill: 'full' }),
  partial: ({ amount }) => fuel(amount, { fill: 'partial' }),
  missed: ({ amount }) => fuel(amount, { fill: 'full', missedPrevious: true }),
  charge: ({ amount }) => ({
    type: 'charge',
    data: {
      added: { value: amount, unit: 'kWh' },
      ...(amount % 3 && { drawn: { value: amount + 2, unit: 'kWh' } }),
      ...(amount % 5 && { endPercent: amount % 2 ? 80 : 90 }),
      missedPrevious: amount % 11 === 0,
      startedAt: '2025-01-01T00:00:00Z',
      charger: 'home',
    },
  }),
  service: (made) => ({
    type: 'maintenance',
    data: {
      items: [{ kind: 'engine-oil', cost: euros(made.amount) }],
      total: euros(made.amount),
      ...(made.amount % 3 === 0 && { hours: hoursOf(made) }),
    },
  }),
  expense: ({ amount }) => ({
    type: 'expense',
    data: { category: 'toll', total: { amount: `${amount}.50`, currency: amount % 3 ? 'EUR' : 'CHF' } },
  }),
  bought: ({ amount }) => ({ type: 'acquired', data: { total: euros(amount * 100) } }),
  sold: ({ amount }) => ({ type: 'sold', data: { total: euros(amount * 50) } }),
  hours: (made) => ({
    type: 'hours-meter',
    data: made.reading === 'void' ? { hours: 7, hoursVoid: true } : { hours: hoursOf(made) },
  }),
  // as of a replaced odometer: whatever comes before and after, it fits
  'hours-replaced': (made) => ({
    type: 'hours-meter-replacement',
    data: { oldFinalHours: hoursOf(made) + made.amount / 100, newFirstHours: hoursOf(made) },
  }),
  note: () => ({ type: 'note', data: { text: 'Rattles' } }),
  reading: () => ({ type: 'odometer', data: {} }),
  // what both odometers show still fits between all other readings, so that this too may come at any time
  replaced: (made) => ({
    type: 'odometer-replacement',
    data: { oldFinal: kilometres(kmOf(made) + made.amount), newFirst: kilometres(kmOf(made)) },
  }),
  reminder: ({ amount }) => ({
    type: 'reminder',
    data: {
      title: 'Oil',
      ...(amount % 2
        ? { dueOdometer: kilometres(amount * 1000) }
        : { dueHours: amount * 10, every: { hours: 50 } }),
      serviceKind: 'engine-oil',
    },
  }),
};

const hoursOf = ({ day, hour }: MadeEvent) => 100 + day * 24 + hour;
const kilometres = (value: number) => ({ value, unit: 'km' as const });
/** Of three days it is driven on the first: what comes on the other two is at the reading where it stands. */
const kmOf = ({ reading, day, hour }: MadeEvent) => {
  if (reading === 'void') return 7;
  return 1000 + (day - (day % 3)) * 40 + (day % 3 === 0 ? hour : 2);
};

function fuel(litres: number, about: object): Pick<EventToAppend, 'type' | 'data'> {
  return {
    type: 'fuel',
    data: {
      volume: { value: litres, unit: 'L' },
      total: euros(litres * 2),
      energy: litres % 4 ? 'petrol' : 'lpg',
      ...about,
    },
  };
}

/** A command for the store. `at` is a place in the day that no other event of the history has. */
export function commandOf(
  made: MadeEvent,
  { tenant, vehicles, id, at }: { tenant: TestTenant; vehicles: readonly string[]; id: string; at: number },
): EventToAppend {
  const date = new Date(Date.UTC(2025, 0, 1 + made.day)).toISOString().slice(0, 10);
  const km = kmOf(made);
  const bare = made.reading === 'none' && made.what !== 'reading' && made.what !== 'replaced';
  return {
    ...aReading(tenant, vehicles[made.vehicle]!, { id, date, ...(!bare && { km }) }),
    ...versioned(content[made.what](made)),
    ...(!bare && made.reading === 'void' && { odometer: { value: km, unit: 'km' as const, void: true } }),
    occurredAt: new Date(Date.parse(date) + made.hour * 3_600_000 + at * 1000).toISOString(),
  };
}

/** Written by the version of its schema that is in force. */
function versioned(written: Pick<EventToAppend, 'type' | 'data'>) {
  return { ...written, schemaVersion: eventType(written.type)!.version };
}

/** Takes an event back, or undoes a change. */
export function hidingOf(
  target: EventToAppend,
  type: 'retraction' | 'restoration',
  id: string,
): EventToAppend {
  return {
    ...target,
    id,
    type,
    schemaVersion: eventType(type)!.version,
    odometer: null,
    odometerM: null,
    data: {},
    reason: 'Entered twice',
    correctsId: target.id,
  };
}

/** The command of a change to what was accepted before; undefined when there is nothing to change. */
export function changeOf(
  { of, into }: MadeChange,
  accepted: readonly EventToAppend[],
  { tenant, vehicles, at }: { tenant: TestTenant; vehicles: string[]; at: number },
): EventToAppend | undefined {
  const id = randomUUID();
  const pick = (from: readonly EventToAppend[]) => from[of % from.length];
  if (into === 'undone') {
    const change = pick(accepted.filter(({ correctsId }) => correctsId !== undefined));
    return change && hidingOf(change, 'restoration', id);
  }
  const linked = accepted.map((event) => ({ ...event, correctsId: event.correctsId ?? null }));
  const { standing } = followCorrections(linked);
  const target = pick(accepted.filter((event) => standing.has(event.id)));
  if (!target || into === 'retracted') return target && hidingOf(target, 'retraction', id);
  const made = { ...into, vehicle: vehicles.indexOf(target.vehicleId) };
  return { ...commandOf(made, { tenant, vehicles, id, at }), correctsId: target.id };
}
