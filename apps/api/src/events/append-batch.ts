import type { AppendOutcome, EventToAppend } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import type { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';
import { remindersNamedBy, unknownReminders } from '../reminders/refuse-unknown-reminders.js';
import type { Resources } from '../resources.js';
import { priceByTariff } from '../tariffs/price-by-tariff.js';
import { isAccepted } from './append-refusal.js';
import { appendSequence } from './append-sequence.js';
import { placeInTheirDay } from './place-in-their-day.js';

export type Decided = { readonly event: EventToAppend } | { readonly problem: Problem };

interface Appended {
  readonly decided: readonly Decided[];
  /** Of what was decided, the events in their order. */
  readonly events: readonly EventToAppend[];
  /** One for each event. */
  readonly outcomes: readonly AppendOutcome[];
}

interface Place {
  readonly caller: Caller;
  readonly params: { readonly vehicleId: string };
  readonly expectedVersion?: number | undefined;
}

/**
 * Appends what was decided for a vehicle in one transaction. Work may name a reminder that is set beside it, which comes first
 * then; where that is refused, all is undone and appended once more, without what names it.
 *
 * @param refused ids of reminders that are known not to be set
 */
export async function appendBatch(
  resources: Resources,
  place: Place,
  possible: readonly Decided[],
  refused: ReadonlySet<string> = new Set(),
): Promise<Appended> {
  const { caller, params, expectedVersion } = place;
  const decided = await namingKnownReminders(resources, place, possible, refused);
  const priced = await priceByTariff(resources, { ...caller, ...params }, eventsOf(decided));
  const order = aheadOfWhatNamesThem(priced);
  const sequence = await placeInTheirDay(
    resources,
    order.map((index) => priced[index]!),
  );
  const refusedNow = (outcomes: readonly AppendOutcome[]) => refusedReminders(sequence, outcomes, refused);
  const outcomes = await appendSequence(
    resources,
    { tenantId: caller.tenantId, ...params, events: sequence },
    { expectedVersion, undoIf: (found) => refusedNow(found).length > 0 },
  );
  const unset = refusedNow(outcomes);
  if (unset.length === 0) {
    const places = priced.map((_, index) => order.indexOf(index));
    return {
      decided,
      events: places.map((at) => sequence[at]!),
      outcomes: places.map((at) => outcomes[at]!),
    };
  }
  return appendBatch(resources, place, possible, new Set([...refused, ...unset]));
}

/**
 * Ids of events that others name as their reminder, and that were refused for good: what was in the way of another may name one of
 * them, and is not there the next time. Nothing of that kind is in the way of the first.
 * Reminders that are in each other's way one by one cost an attempt for each: only a batch made for it has such.
 *
 * @param known those that were found before
 */
function refusedReminders(
  sequence: readonly EventToAppend[],
  outcomes: readonly AppendOutcome[],
  known: ReadonlySet<string>,
): readonly string[] {
  const idsOf = (accepted: boolean) =>
    sequence.flatMap(({ id }, index) => (isAccepted(outcomes[index]!) === accepted ? [id] : []));
  // An id may be given twice: then the first has set the reminder, and the other alone is refused.
  const set = new Set(idsOf(true));
  const unset = new Set(idsOf(false).filter((id) => !set.has(id) && !known.has(id)));
  const naming = sequence.filter((event) => remindersNamedBy(event).some((id) => unset.has(id)));
  const named = new Set(naming.flatMap(remindersNamedBy));
  const leaving = new Set(naming.map(({ id }) => id));
  return sequence.flatMap(({ id }, index) => {
    const isInItsWay = neighboursOf(outcomes[index]!).some(({ eventId }) => leaving.has(eventId));
    return unset.has(id) && named.has(id) && !isInItsWay ? [id] : [];
  });
}

/** What an event that was refused does not fit between. */
function neighboursOf(outcome: AppendOutcome): readonly { readonly eventId: string }[] {
  return 'previous' in outcome ? [outcome.previous, outcome.next].filter((event) => event !== null) : [];
}

/**
 * In their order, but a reminder ahead of the first work that names it, which could leave it no place. That work stays where it
 * is: among readings of one instant it is the order that counts.
 *
 * @returns places in what is given
 */
function aheadOfWhatNamesThem(events: readonly EventToAppend[]): number[] {
  const namedFrom = new Map<string, number>();
  for (const [index, event] of events.entries())
    for (const id of remindersNamedBy(event)) if (!namedFrom.has(id)) namedFrom.set(id, index);
  const place = (index: number) => Math.min(index, (namedFrom.get(events[index]!.id) ?? Infinity) - 0.5);
  return [...events.keys()].sort((a, b) => place(a) - place(b));
}

/** An event that names a reminder which is neither there nor set beside it is refused, and fails none beside it. */
async function namingKnownReminders(
  resources: Resources,
  { caller, params }: Place,
  decided: readonly Decided[],
  refused: ReadonlySet<string>,
): Promise<Decided[]> {
  const naming = decided.flatMap((one, index) =>
    'event' in one ? [{ event: one.event, at: `/events/${index}` }] : [],
  );
  const setBeside = naming.flatMap(({ event }) =>
    factsOf(event).reminder && !refused.has(event.id) ? [event.id] : [],
  );
  const place = { tenantId: caller.tenantId, ...params };
  const problems = await unknownReminders(resources, place, { events: naming, setBeside });
  const refusals = new Map(naming.map(({ event }, index) => [event, problems[index]]));
  return decided.map((one) => {
    const problem = 'event' in one ? refusals.get(one.event) : undefined;
    return problem ? { problem } : one;
  });
}

const eventsOf = (decided: readonly Decided[]) =>
  decided.flatMap((one) => ('event' in one ? [one.event] : []));
