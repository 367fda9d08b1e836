import type { TenantTransaction } from '@odolog/db';
import type { TimelineEvent } from '@odolog/event-store';
import { factsOf, summaryOf, type Format } from '@odolog/events';
import { moneyFromMinor } from '@odolog/units';
import type { TimelineItem } from './timeline.contract.js';

/**
 * Events as a timeline shows them: in the viewer's words, with the names of those who recorded them.
 */
export async function presentEvents(
  trx: TenantTransaction,
  events: readonly TimelineEvent[],
  format: Format,
): Promise<TimelineItem[]> {
  const names = await namesOf(
    trx,
    events.map(({ recordedBy }) => recordedBy),
  );
  return events.map((event) => ({
    ...shown(event, format),
    recordedBy: { id: event.recordedBy, name: names.get(event.recordedBy) ?? null },
    derived: {},
  }));
}

function shown(event: TimelineEvent, format: Format): Omit<TimelineItem, 'recordedBy' | 'derived'> {
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
    correctsId: event.correctsId,
    reason: event.reason,
  };
}

async function namesOf(trx: TenantTransaction, userIds: readonly string[]): Promise<Map<string, string>> {
  const people = [...new Set(userIds)];
  if (people.length === 0) return new Map();
  const rows = await trx
    .selectFrom('profiles')
    .select(['userId', 'name'])
    .where('userId', 'in', people)
    .execute();
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}
