import { forTenant, type TenantTransaction } from '@odolog/db';
import { readEvent, readHistory, type EventToAppend, type StoredEvent } from '@odolog/event-store';
import type { DecidedEvent } from '@odolog/vehicle';
import { Answer, etag } from '../http/answer.js';
import type { CallOf, RouteContract } from '../http/contract.js';
import { formatOf } from '../people/viewer.js';
import type { Resources } from '../resources.js';
import { presentEvents } from '../timeline/present-events.js';
import { isAccepted, refusalOf } from './append-refusal.js';
import type { Recorded } from './events.contract.js';
import { jumpWarnings } from './jump-warnings.js';
import { standingOf } from './standing.js';

type Call = Pick<CallOf<RouteContract>, 'caller' | 'expectedVersion'> & {
  readonly params: { readonly vehicleId: string };
};

/** What an event is beside what was decided of it: of a correction its target and the reason. */
export type Addition = Pick<EventToAppend, 'correctsId' | 'reason'> & { readonly at?: string };

/**
 * Appends an event and answers with it as it is stored. A repetition is answered with what stands there already.
 *
 * @throws Problem for everything that the store refuses
 */
export async function appendAndAnswer(
  resources: Resources,
  call: Call,
  { at, ...decided }: DecidedEvent & Addition,
): Promise<Answer<Recorded>> {
  const event = toAppend(call, decided);
  const outcome = await resources.store.append(event);
  if (!isAccepted(outcome)) throw refusalOf(event, outcome, at);
  const format = await formatOf(resources, call.caller);
  const recorded = await forTenant(resources.db, call.caller.tenantId, async (trx) => {
    const history = await historyOf(trx, event.id, outcome.status === 'appended');
    const stored = history.filter(({ id }) => id === event.id).map((one) => standingOf(one, history));
    const [item] = await presentEvents(trx, stored, format);
    return { event: item as Recorded['event'], warnings: await jumpWarnings(trx, event) };
  });
  const { version, position } = outcome;
  const status = outcome.status === 'appended' ? 201 : 200;
  return new Answer(
    status,
    { ...recorded, version, position },
    {
      ...etag(version),
      location: `/api/v1/vehicles/${event.vehicleId}/events/${event.id}`,
    },
  );
}

/** Of an event that has just come into being nothing else is known yet: one look-up instead of a search along a chain. */
async function historyOf(trx: TenantTransaction, eventId: string, isNew: boolean): Promise<StoredEvent[]> {
  if (!isNew) return readHistory(trx, eventId);
  const event = await readEvent(trx, eventId);
  return event ? [event] : [];
}

/** Adds who records it, and where. */
export function toAppend(
  { caller, params, expectedVersion }: Call,
  decided: DecidedEvent & Pick<EventToAppend, 'correctsId' | 'reason'>,
  source = 'api',
): EventToAppend {
  return {
    ...decided,
    tenantId: caller.tenantId,
    vehicleId: params.vehicleId,
    recordedBy: caller.userId,
    source,
    ...(expectedVersion !== undefined && { expectedVersion }),
  };
}
