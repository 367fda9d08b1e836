import { canonicalJson, type StoredEvent } from '@odolog/event-store';
import { currentData, eventType, validateRecording, type Recording } from '@odolog/events';
import { Problem } from '@odolog/problems';

/**
 * Whether this event is what came of that recording: told by what the client said, not by what followed from it then (its place
 * in the day from the vehicle's zone, the version of its schema, a tariff's price), which may follow otherwise by now.
 */
export function isSameRecording(body: unknown, stored: StoredEvent): boolean {
  const asked = readAgain(body, stored);
  return asked !== undefined && canonicalJson(saidIn(asked)) === canonicalJson(saidBy(stored));
}

/** As it would be read today; undefined when it cannot have been read as that event. */
function readAgain(body: unknown, { type, schemaVersion }: StoredEvent): Recording | undefined {
  const sent = body as { readonly type?: unknown; readonly data?: unknown } | null;
  if (sent?.type !== type || typeof sent.data !== 'object' || sent.data === null) return undefined;
  try {
    const data = currentData({ type, schemaVersion, data: sent.data as Record<string, unknown> });
    return validateRecording({ ...sent, data });
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function saidIn({ type, date, occurredAt, odometer, notes, data }: Recording) {
  return {
    type,
    date,
    occurredAt: occurredAt === undefined ? null : new Date(occurredAt).toISOString(),
    odometer: readingIsInData(type) ? null : (odometer ?? null),
    notes: notes ?? null,
    data,
  };
}

function saidBy(stored: StoredEvent) {
  const { type, date, occurredAt, timeKnown, odometer, notes } = stored;
  const { priced: _, ...data } = currentData(stored);
  return {
    type,
    date,
    occurredAt: timeKnown ? occurredAt : null,
    odometer: readingIsInData(type) ? null : odometer,
    notes,
    data,
  };
}

function readingIsInData(type: string): boolean {
  return eventType(type)?.reading !== undefined;
}
