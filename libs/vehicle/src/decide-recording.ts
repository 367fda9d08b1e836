import { eventType, isBlank, validateRecording, type OdometerReading, type Recording } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { distanceM } from '@odolog/units';
import { localDateOf, localNoonMs } from './local-time.js';

/** What a recording is decided from. No clock and no id generator: both come from outside. */
export interface RecordingRequest {
  /** What the client sent. */
  readonly body: unknown;
  /** Where it stands in the request, as a JSON pointer; the whole body when missing. */
  readonly at?: string;
  readonly vehicle: { readonly timeZone: string };
  /** The event's id unless the client chose one. */
  readonly id: string;
  /** RFC 3339. */
  readonly now: string;
  /**
   * Milliseconds from noon at which an event of a file stands in its day among the others of the file, whose readings are in order
   * where their times may not be.
   */
  readonly placeInDay?: number;
  /** The event that it corrects: without a time and on the same day, it stays in that one's place among the others. */
  readonly corrects?: { readonly date: string; readonly occurredAt: string };
}

/** An event ready to be appended, but for who records it, where, and from what source. */
export interface DecidedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly date: string;
  readonly occurredAt: string;
  readonly timeKnown: boolean;
  readonly odometer: OdometerReading | null;
  readonly odometerM: number | null;
  readonly notes: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const earliestDate = '1900-01-01';
const yearsAhead = 10;

/**
 * Decides what an event says that a client wants to record.
 * @throws Problem of the only fault `unknown-event-type`, `amount-mismatch`, `currency-mismatch`, `date-out-of-range` or
 * `unknown-time-zone`; of others, and of several, `validation-failed` with all.
 */
export function decideRecording(request: RecordingRequest): DecidedEvent {
  const { body, at = '', id } = request;
  const recording = validateRecording(body, at, [
    { reads: ['/date'], check: (sent) => refuseUnstorableDate(sent.date, request) },
    { reads: ['/date', '/occurredAt'], check: (sent) => refuseOtherDay(sent, request) },
  ]);
  const { date } = recording;
  const odometer = readingOf(recording);
  return {
    id: (recording.id ?? id).toLowerCase(),
    type: recording.type,
    schemaVersion: eventType(recording.type)?.version ?? 1,
    date,
    ...timeOf(recording, request),
    odometer,
    odometerM: odometer && distanceM(odometer),
    notes: recording.notes ?? null,
    data: { ...recording.data },
  };
}

/** As the type's data tells it, or the envelope, where zero is no reading. */
function readingOf({ type, odometer, data }: Recording): OdometerReading | null {
  const told = eventType(type)?.reading?.({ ...data });
  return told ?? (odometer && !isBlank(odometer) ? odometer : null);
}

/** As the envelope says, or else the type's data, where that is of this day too. */
function timeOf(
  { type, date, occurredAt, data }: Recording,
  request: RecordingRequest,
): Pick<DecidedEvent, 'occurredAt' | 'timeKnown'> {
  const { vehicle, placeInDay } = request;
  if (occurredAt !== undefined) return { occurredAt: new Date(occurredAt).toISOString(), timeKnown: true };
  const told = eventType(type)?.instant?.({ ...data });
  return told !== undefined && placeInDay === undefined && localDateOf(told, vehicle.timeZone) === date
    ? { occurredAt: new Date(told).toISOString(), timeKnown: true }
    : { occurredAt: placed(date, request), timeKnown: false };
}

/** Without a time: where that stands which it corrects, or where its file had it, or at noon, after what was recorded before. */
function placed(date: string, { vehicle, placeInDay = 0, corrects }: RecordingRequest): string {
  if (corrects?.date === date) return corrects.occurredAt;
  return new Date(localNoonMs(date, vehicle.timeZone) + placeInDay).toISOString();
}

/** @throws Problem `validation-failed` for an instant that is not of the day that is said beside it */
function refuseOtherDay({ date, occurredAt }: Recording, { vehicle: { timeZone } }: RecordingRequest): void {
  if (occurredAt === undefined) return;
  const local = localDateOf(occurredAt, timeZone);
  if (local === date) return;
  const detail = `In ${timeZone} this instant falls on ${local}, not on ${date}`;
  throw new Problem('validation-failed', {
    errors: [{ pointer: '/occurredAt', code: 'date-disagrees', detail }],
  });
}

/** @throws Problem `date-out-of-range` for a day before 1900, or more than ten years ahead */
export function refuseUnstorableDate(
  date: string,
  { vehicle, now }: Pick<RecordingRequest, 'vehicle' | 'now'>,
): void {
  const today = localDateOf(now, vehicle.timeZone);
  const latestDate = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`;
  if (date >= earliestDate && date <= latestDate) return;
  const detail = `Must lie between ${earliestDate} and ${latestDate}`;
  throw new Problem('date-out-of-range', {
    detail,
    errors: [{ pointer: '/date', code: 'date-out-of-range', detail }],
  });
}
