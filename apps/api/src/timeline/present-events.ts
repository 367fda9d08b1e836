import type { TenantTransaction } from '@odolog/db';
import type { StoredEvent, TimelineEvent } from '@odolog/event-store';
import { factsOf, summaryOf, type Format } from '@odolog/events';
import { economyOf, type EventEconomy } from '@odolog/read-models';
import { moneyFromMinor } from '@odolog/units';
import { firstRecordedAt } from '@odolog/verify';
import { namedFilesOf } from '../files/named-files.js';
import { namesOf } from '../people/names-of.js';
import type { TimelineItem } from './timeline.contract.js';

/**
 * Events as a timeline shows them: in the viewer's words, with what was derived from them: two queries for the page, whatever its
 * length, and one more where they name files.
 */
export async function presentEvents(
  trx: TenantTransaction,
  events: readonly TimelineEvent[],
  format: Format,
): Promise<TimelineItem[]> {
  const economies = economyOf(
    trx,
    events.map(({ id }) => id),
  );
  return presentDerived(trx, events, { format, economies });
}

/** The same where it is known what was derived from them. */
export async function presentDerived(
  trx: TenantTransaction,
  events: readonly TimelineEvent[],
  derived: { readonly format: Format; readonly economies: Promise<ReadonlyMap<string, EventEconomy>> },
): Promise<TimelineItem[]> {
  const { format } = derived;
  const [economies, files, names] = await Promise.all([
    derived.economies,
    namedFilesOf(trx, events),
    namesOf(
      trx,
      events.map(({ recordedBy }) => recordedBy),
    ),
  ]);
  return events.map((event) => ({
    ...shown(event, format),
    files: files.get(event.id) ?? [],
    recordedBy: { id: event.recordedBy, name: names.get(event.recordedBy) ?? null },
    derived: derivedOf(economies.get(event.id)),
  }));
}

/** An event that was appended this moment: nothing can have been derived from it yet, so nothing is asked for. */
export async function presentNewEvent(
  trx: TenantTransaction,
  event: StoredEvent,
  format: Format,
): Promise<TimelineItem> {
  const [names, files] = await Promise.all([namesOf(trx, [event.recordedBy]), namedFilesOf(trx, [event])]);
  const standing = { ...event, status: event.correctsId ? ('corrected' as const) : ('effective' as const) };
  return {
    ...shown(standing, format),
    files: files.get(event.id) ?? [],
    recordedBy: { id: event.recordedBy, name: names.get(event.recordedBy) ?? null },
    derived: {},
  };
}

function shown(event: TimelineEvent, format: Format): Omit<TimelineItem, 'recordedBy' | 'derived' | 'files'> {
  const { id, vehicleId, type, date, odometer, notes, data, status, version, position, source } = event;
  const { cost } = factsOf(event);
  return {
    id,
    vehicleId,
    type,
    date,
    odometer,
    notes,
    data,
    status,
    version,
    position,
    source,
    occurredAt: event.timeKnown ? event.occurredAt : null,
    cost: cost ? moneyFromMinor(cost.amountMinor, cost.currency) : null,
    category: cost?.category ?? null,
    summary: summaryOf(event, format),
    recordedAt: event.recordedAt,
    firstRecordedAt: firstRecordedAt(event),
    correctsId: event.correctsId,
    reason: event.reason,
  };
}

function derivedOf(economy: EventEconomy | undefined): TimelineItem['derived'] {
  return economy ? { economy } : {};
}
