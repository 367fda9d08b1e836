import type { Static } from 'typebox';
import type { EventType, Format } from './define-event.js';
import type { Facts } from './facts.js';
import * as types from './types.js';

type Types = typeof types;
type DefinedType = Types[keyof Types];

/** The name of an event type. */
export type EventTypeName = DefinedType['type'];
/** The data of one type, at its version in force. */
export type EventData<Name extends EventTypeName = EventTypeName> = Static<
  Extract<DefinedType, { type: Name }>['data']
>;

/** Every event type, by name; those marked `internal` are appended by the system's own commands only. */
export const eventTypes: readonly EventType[] = Object.values(types);

const byName = new Map(eventTypes.map((type) => [type.type, type]));

/** The type of that name. */
export function eventType(name: string): EventType | undefined {
  return byName.get(name);
}

/** Whether entries of the type begin or end the time of a vehicle with its owner: they are for whoever manages it. */
export function turnsLife(name: string): boolean {
  const type = eventType(name);
  return type?.facts(type.example).life !== undefined;
}

/** What of an event its type needs to speak. */
export interface TypedData {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an event tells the projectors, whichever version of its schema it was written by. */
export function factsOf(event: TypedData): Facts {
  const { type, data } = inForce(event);
  return type.facts(data);
}

/** One line for the timeline, in the viewer's units and language. */
export function summaryOf(event: TypedData, format: Format): string {
  const { type, data } = inForce(event);
  return type.summary(data, format);
}

/**
 * The event's data, brought to its type's version in force.
 * @throws Error for a type or version that this code does not know: a newer one has written it.
 */
export function currentData(event: TypedData): Record<string, unknown> {
  return inForce(event).data;
}

function inForce({ type: name, schemaVersion, data }: TypedData) {
  const type = eventType(name);
  if (!type || schemaVersion > type.version)
    throw new Error(`Unknown event type ${name} of version ${schemaVersion}`);
  let current: unknown = data;
  for (let version = schemaVersion; version < type.version; version += 1)
    current = type.upcast[version]?.(current);
  return { type, data: current as Record<string, unknown> };
}
