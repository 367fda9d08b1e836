import { holdTo, Problem, type Fault, type Rule } from '@odolog/problems';
import type { EventType } from './define-event.js';
import type { Recording } from './envelope.js';
import { currentData, eventType, eventTypes, type TypedData } from './event-types.js';
import { faultOf } from './faults.js';
import { isBlank, type OdometerReading } from './measures.js';
import { validators } from './validators.gen.js';

/**
 * Checks what a client wants to record, by the schemas and the rules over several fields, and fills in defaults.
 * @param at Where the recording stands in the request, as a JSON pointer: faults point there.
 * @param rules what else it is held to, each told in the same answer as the others
 * @throws Problem `validation-failed` with every fault, or where there is but one `unknown-event-type` or what its rule throws
 */
export function validateRecording(body: unknown, at = '', rules: readonly Rule<Recording>[] = []): Recording {
  const recording = copyOf(body);
  pointingTo(at, () => {
    const faults = faultsBy('envelope', recording);
    const type = knownType(field(recording, 'type'));
    const data = field(recording, 'data');
    if (type && isObject(data)) faults.push(...faultsBy(type.type, data, '/data'));
    if (type?.needsOdometer && !hasReading(field(recording, 'odometer'))) {
      faults.push({ pointer: '/odometer', code: 'missing', detail: 'The reading is missing' });
    }
    if (type?.reading && field(recording, 'odometer') !== undefined) {
      const detail = `A ${type.type} tells its reading in its data`;
      faults.push({ pointer: '/odometer', code: 'unknown-field', detail });
    }
    holdTo(recording as Recording, [named, ...rulesOver(type), ...rules], faults);
  });
  return recording as Recording;
}

/**
 * Checks the data of an event by its type's schema in force and its rules: the store's own look before it appends.
 * @throws Problem `validation-failed`, `unknown-event-type`, or what the type's own rules throw.
 */
export function validateData({ type: name, schemaVersion, data }: TypedData): void {
  const type = eventType(name);
  if (!type || schemaVersion !== type.version) throw unknownType(name);
  const faults = faultsBy(name, { ...data }, '/data');
  holdTo({ ...data }, type.rules ?? [], faults);
}

/** The same for data that an older version of its type may have written. */
export function validateAsWritten(event: TypedData): void {
  const schemaVersion = eventType(event.type)?.version ?? event.schemaVersion;
  validateData({ ...event, schemaVersion, data: currentData(event) });
}

function hasReading(odometer: unknown): boolean {
  return isObject(odometer) ? !isBlank(odometer as OdometerReading) : odometer !== undefined;
}

function knownType(name: unknown): EventType | undefined {
  const type = typeof name === 'string' ? eventType(name) : undefined;
  return type?.internal ? undefined : type;
}

const named: Rule<Recording> = {
  reads: ['/type'],
  check: ({ type }) => {
    if (!knownType(type)) throw unknownType(type);
  },
};

/** The rules of a type, as rules of what surrounds its data. */
function rulesOver(type: EventType | undefined): Rule<Recording>[] {
  return (type?.rules ?? []).map((rule) => ({
    reads: rule.reads,
    check: ({ data }) => rule.check({ ...data }),
  }));
}

function unknownType(name: string): Problem {
  const known = eventTypes.filter(({ internal }) => !internal).map(({ type }) => type);
  const detail = `There is no event type "${name.slice(0, 40)}"; there are ${known.join(', ')}`;
  return new Problem('unknown-event-type', {
    detail,
    errors: [{ pointer: '/type', code: 'unknown-event-type', detail }],
  });
}

/** Faults of the value, each beneath `at`. */
function faultsBy(schema: string, value: unknown, at = ''): Fault[] {
  const validate = validators[schema];
  if (!validate || validate(value)) return [];
  return (validate.errors ?? []).map((error) => faultOf({ ...error, instancePath: at + error.instancePath }));
}

function pointingTo(at: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Problem) || at === '') throw error;
    const errors = (error.extras.errors ?? []).map((fault) => ({ ...fault, pointer: at + fault.pointer }));
    throw new Problem(error.code, { ...error.extras, errors });
  }
}

/** As deep as defaults reach, so that the caller's own stays as it is. */
function copyOf(recording: unknown): unknown {
  if (!isObject(recording)) return recording;
  const { data } = recording;
  return isObject(data) ? { ...recording, data: { ...data, ...namedIn(data) } } : { ...recording };
}

/** Reminders by their ids as these are kept, whatever case a client writes them in. */
function namedIn({ reminderIds: ids }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(ids)) return {};
  return { reminderIds: ids.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id)) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
