import { eventType, factsOf, validateData } from '@odolog/events';
import { canonicalJson, contentAround, sha256, type CanonicalParts } from './canonical-content.js';
import type { EventToAppend } from './event.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const localDate = /^\d{4}-\d{2}-\d{2}$/;

/** A command in the shape of the append functions' parameters. */
export interface CommandRow {
  readonly tenant: string;
  readonly vehicle: string;
  readonly id: string;
  readonly date: string;
  readonly at: string;
  readonly timeKnown: boolean;
  readonly type: string;
  readonly schemaVersion: number;
  readonly odometerM: number | null;
  readonly void: boolean;
  readonly payload: string;
  readonly notes: string | null;
  readonly hash: Buffer;
  readonly expected: number | null;
  readonly corrects: string | null;
  /** Needs every guard spelled out: not for a batch. */
  readonly guarded: boolean;
  readonly by: string;
  readonly source: string;
}

/**
 * Looks once more at what will never change again, whoever hands it in.
 *
 * @param validate what the data is held against: of an event that is copied, the schema that it was written by
 * @throws TypeError when a value would not survive the binary columns
 * @throws Problem when the data does not fit the schema in force of its type
 */
export function commandRow(event: EventToAppend, validate = validateData): CommandRow {
  for (const id of [event.tenantId, event.vehicleId, event.id, event.recordedBy, event.correctsId]) {
    if (id !== undefined && !uuid.test(id)) throw new TypeError('ids are uuids in lower case');
  }
  if (!localDate.test(event.date) || Number.isNaN(Date.parse(event.date)))
    throw new TypeError('a date is YYYY-MM-DD');
  const occurredAt = new Date(event.occurredAt);
  if (Number.isNaN(occurredAt.getTime())) throw new TypeError('an instant is RFC 3339');
  const type = eventType(event.type);
  const leastM = type?.reading ? 0 : 1;
  if (event.odometerM !== null && !(Number.isSafeInteger(event.odometerM) && event.odometerM >= leastM)) {
    throw new TypeError('metres are a positive integer, or none of a replaced odometer');
  }
  if (type?.hides && (event.correctsId === undefined || event.odometerM !== null)) {
    throw new TypeError(`a ${event.type} names the event that it is about, and carries no reading`);
  }
  validate(event);
  const parts = {
    data: canonicalJson(event.data),
    odometer: canonicalJson(event.odometer),
    occurredAt: occurredAt.toISOString(),
  };
  // of hardly any type: this is the hot path
  const replacedM = type?.reading ? factsOf(event).odometerReplaced?.finalM : undefined;
  const runtime = type?.readsHours ? factsOf(event).runtime : undefined;
  const hours = runtime?.void ? undefined : runtime;
  const payload = payloadOf(event, parts, {
    replacedM,
    runtimeMin: hours?.minutes,
    replacedMin: hours?.replacedMin,
  });
  // PostgreSQL stores no NUL character; the door refuses it with better words.
  if (payload.includes('\\u0000') || event.notes?.includes('\0'))
    throw new TypeError('text holds no NUL character');
  return {
    tenant: event.tenantId,
    vehicle: event.vehicleId,
    id: event.id,
    date: event.date,
    at: parts.occurredAt,
    timeKnown: event.timeKnown,
    type: event.type,
    schemaVersion: event.schemaVersion,
    odometerM: event.odometerM,
    void: event.odometer?.void ?? false,
    payload,
    notes: event.notes,
    hash: sha256(contentAround(event, parts)),
    expected: event.expectedVersion ?? null,
    corrects: event.correctsId ?? null,
    guarded: event.correctsId !== undefined || replacedM !== undefined || hours !== undefined,
    by: event.recordedBy,
    source: event.source,
  };
}

/** Whole numbers that only the guards look at, beside what was typed. */
interface ForGuards {
  /** Metres that a replaced odometer showed last. */
  readonly replacedM: number | undefined;
  /** Minutes of an hours meter that count. */
  readonly runtimeMin: number | undefined;
  /** Minutes that a replaced hours meter showed last. */
  readonly replacedMin: number | undefined;
}

/** `{ data, odometer?, reason? }`, and what the guards need where there is something. */
function payloadOf({ odometer, reason }: EventToAppend, parts: CanonicalParts, forGuards: ForGuards): string {
  const reading = odometer ? `,"odometer":${parts.odometer}` : '';
  const why = reason === undefined ? '' : `,"reason":${canonicalJson(reason)}`;
  const numbers = Object.entries(forGuards)
    .map(([name, value]) => (value === undefined ? '' : `,"${name}":${value}`))
    .join('');
  return `{"data":${parts.data}${reading}${why}${numbers}}`;
}
