import { currentData, eventType, validateData, type TypedData } from '@odolog/events';
import type { Chosen } from './shares.contract.js';

/** What says something about the vehicle and nothing about people, places or plans. Whatever else a type may say is left out. */
const aboutTheVehicle = [
  ['volume', 'energy', 'fill', 'missedPrevious', 'added', 'startPercent', 'endPercent'],
  [
    'items',
    'kind',
    'quantity',
    'size',
    'position',
    'brand',
    'partNumber',
    'warrantyUntil',
    'warrantyDistance',
  ],
  ['result', 'validUntil', 'category', 'condition', 'value', 'unit'],
  ['hours', 'hoursVoid', 'oldFinal', 'newFirst', 'oldFinalHours', 'newFirstHours'],
  ['origin', 'version', 'chainHash', 'whole', 'abridged', 'withheld', 'seal'],
].flat();
const onlyIfChosen = {
  costs: ['total', 'unitPrice', 'cost', 'parts', 'labour', 'amount', 'currency'],
  notes: ['text', 'description', 'defects', 'reason'],
  documents: ['title'],
  vin: [],
} as const satisfies Record<keyof Chosen, readonly string[]>;

/**
 * The data of an event without what the owner did not choose to show; undefined where nothing is left that its type would
 * accept, so that the event itself is not shown. It lists what may be seen: a field of tomorrow is private until it is named.
 */
export function sharedData(event: TypedData, contents: Chosen): TypedData | undefined {
  const chosen = Object.entries(onlyIfChosen).flatMap(([content, names]) =>
    contents[content as keyof Chosen] ? names : [],
  );
  const type = eventType(event.type);
  if (!type) return undefined;
  const data = keep(currentData(event), new Set<string>([...aboutTheVehicle, ...chosen]));
  const shown = { type: event.type, schemaVersion: type.version, data: data as Record<string, unknown> };
  try {
    validateData(shown);
    return shown;
  } catch {
    return undefined;
  }
}

function keep(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names.has(name))
      .map(([name, item]) => [name, keep(item, names)]),
  );
}
