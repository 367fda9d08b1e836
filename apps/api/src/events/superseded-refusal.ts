import type { TenantTransaction } from '@odolog/db';
import { followCorrections, readHistory } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { Problem } from '@odolog/problems';

/**
 * That an event does not stand any more, for a client that knows it by its first id: what stands in its place, null where it was
 * taken out, and the ways on. One is to correct or retract that one, the other to undo what came last.
 */
export async function eventSuperseded(trx: TenantTransaction, eventId: string): Promise<Problem> {
  const { supersededBy } = followCorrections(await readHistory(trx, eventId));
  let last = supersededBy.get(eventId);
  for (let next = last; next; next = supersededBy.get(next.id)) last = next;
  if (!last) return new Problem('event-superseded');
  const stands = eventType(last.type)?.hides ? null : last.id;
  return new Problem('event-superseded', {
    supersededBy: stands,
    waysOut: [
      ...(stands === null ? [] : [{ kind: 'correct-standing', eventId: stands }]),
      { kind: 'restore', eventId: last.id },
    ],
  });
}
