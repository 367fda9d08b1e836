import { canonicalContent, contentHash, type EventContent, type StoredEvent } from '@odolog/event-store';
import { currentData, eventType, factsOf, validateAsWritten } from '@odolog/events';
import type { TransferContents } from './transfers.contract.js';

/** What says something about the vehicle, its upkeep and its plans. Whatever else a type may say counts as the owner's notes. */
const aboutTheVehicle = [
  ['volume', 'energy', 'fill', 'missedPrevious', 'tank'],
  ['added', 'drawn', 'billed', 'startPercent', 'endPercent', 'startedAt', 'endedAt', 'charger'],
  ['items', 'kind', 'quantity', 'size', 'position', 'brand', 'partNumber', 'workshop'],
  ['warrantyUntil', 'warrantyDistance', 'reminderIds', 'hours', 'hoursVoid'],
  ['result', 'authority', 'validUntil', 'defects', 'category', 'condition'],
  ['dueDate', 'dueOdometer', 'dueHours', 'every', 'anchor', 'serviceKind', 'soon'],
  ['reminderId', 'cycle', 'until', 'date', 'odometer', 'months', 'distance', 'days'],
  ['oldFinal', 'newFirst', 'oldFinalHours', 'newFirstHours', 'value', 'unit'],
  ['origin', 'version', 'chainHash', 'whole', 'abridged', 'withheld', 'seal'],
].flat();
const costs = ['total', 'priced', 'unitPrice', 'cost', 'parts', 'labour'];
const documents = ['receiptId', 'fileIds'];

/** A history as it goes to somebody else. */
export interface HandedOver {
  /** In the order of their versions. */
  readonly events: readonly StoredEvent[];
  /** How many of them are as they were, and how many have lost what was private in them. */
  readonly whole: number;
  readonly abridged: number;
  /** How many stay behind, since nothing is left of them that their type would accept. */
  readonly withheld: number;
}

/**
 * The events of a vehicle, in the order of their versions, without what their owner keeps: notes, costs and documents, unless
 * chosen. What has nothing private in it goes as it stands, with the hash that it has. An event goes with everything
 * that corrected or undid it or not at all: without its last word, an earlier one would count again.
 */
export function handedOver(events: readonly StoredEvent[], contents: TransferContents): HandedOver {
  const rootOf = roots(events);
  const going = new Map(events.map((event) => [event.id, shorn(event, contents)]));
  const staying = new Set(events.filter(({ id }) => !going.get(id)).map(({ id }) => rootOf.get(id)));
  const gone = events.flatMap((event) => {
    const shown = staying.has(rootOf.get(event.id)) ? undefined : going.get(event.id);
    return shown ? [shown] : [];
  });
  const before = new Map(events.map(({ id, contentHash: hash }) => [id, hash]));
  const whole = gone.filter((event) => before.get(event.id) === event.contentHash).length;
  return { events: gone, whole, abridged: gone.length - whole, withheld: events.length - gone.length };
}

/** Of each event the first one in the line of corrections that it stands in. */
function roots(events: readonly StoredEvent[]): ReadonlyMap<string, string> {
  const rootOf = new Map<string, string>();
  for (const { id, correctsId } of events)
    rootOf.set(id, correctsId === null ? id : (rootOf.get(correctsId) ?? correctsId));
  return rootOf;
}

/** The event without what stays; undefined where its type would not accept the rest. */
function shorn(event: StoredEvent, contents: TransferContents): StoredEvent | undefined {
  const current = currentData(event);
  const data = keep(current, namesFor(event, contents)) as StoredEvent['data'];
  const schemaVersion = eventType(event.type)?.version ?? event.schemaVersion;
  const { notes, reason } = contents.notes ? event : { notes: null, reason: null };
  const short = { ...event, data, schemaVersion, notes, reason };
  if (canonicalContent(short) === canonicalContent(inForce(event, current, schemaVersion))) return event;
  try {
    validateAsWritten(short);
  } catch {
    return undefined;
  }
  return { ...short, contentHash: contentHash(short).toString('hex') };
}

const inForce = (event: StoredEvent, data: StoredEvent['data'], schemaVersion: number): EventContent => ({
  ...event,
  data,
  schemaVersion,
});

/** Whether a field goes along. A title belongs to a plan, or else to a document; what was done or paid for in the owner's own words is a note. */
function namesFor(event: StoredEvent, contents: TransferContents): (name: string) => boolean {
  const { reminder, reminderStep } = factsOf(event);
  const titles = reminder || reminderStep ? aboutTheVehicle : documents;
  return (name) => {
    if (aboutTheVehicle.includes(name) || (name === 'title' && titles === aboutTheVehicle)) return true;
    if (costs.includes(name)) return contents.costs;
    if (documents.includes(name) || name === 'title') return contents.documents;
    return contents.notes;
  };
}

function keep(value: unknown, goes: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, goes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => goes(name))
      // what something cost goes as a whole: of a price by a tariff nothing can be left out
      .map(([name, item]) => [name, costs.includes(name) ? item : keep(item, goes)]),
  );
}
