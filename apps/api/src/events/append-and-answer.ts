import { forTenant, type TenantTransaction } from '@odolog/db';
import {
  readEvent,
  readHistory,
  type AppendOutcome,
  type EventToAppend,
  type StoredEvent,
} from '@odolog/event-store';
import type { Format } from '@odolog/events';
import type { Problem } from '@odolog/problems';
import type { DecidedEvent } from '@odolog/vehicle';
import { Answer, etag } from '../http/answer.js';
import type { CallOf, RouteContract } from '../http/contract.js';
import { formatOf } from '../people/viewer.js';
import type { Resources } from '../resources.js';
import { presentEvents, presentNewEvent } from '../timeline/present-events.js';
import type { TimelineItem } from '../timeline/timeline.contract.js';
import { knownVehicle } from '../vehicles/recordable-vehicle.js';
import { appendInItsDay } from './append-in-its-day.js';
import { isAccepted, type Refusal, refusalOf } from './append-refusal.js';
import type { Recorded } from './events.contract.js';
import { eventWarnings } from './event-warnings.js';
import { standingOf } from './standing.js';
import { eventSuperseded } from './superseded-refusal.js';

type Call = Pick<CallOf<RouteContract>, 'caller' | 'expectedVersion'> & {
  readonly params: { readonly vehicleId: string };
};

type Accepted = Extract<AppendOutcome, { status: 'appended' | 'duplicate' }>;

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
  const { event, outcome } = await appendInItsDay(resources, toAppend(call, decided));
  if (!isAccepted(outcome)) throw await refused(resources, { event, outcome }, at);
  return answerRecorded(resources, call, event, outcome);
}

async function refused(
  { db }: Resources,
  { event, outcome }: { readonly event: EventToAppend; readonly outcome: Refusal },
  at?: string,
): Promise<Problem> {
  const { correctsId, tenantId } = event;
  return outcome.status === 'target-superseded' && correctsId !== undefined
    ? forTenant(db, tenantId, (trx) => eventSuperseded(trx, correctsId))
    : refusalOf(event, outcome, at);
}

/** Carried out before: what stands there is answered, as the first time. */
export async function answerAgain(
  resources: Resources,
  call: Call,
  { reason, correctsId, ...first }: StoredEvent,
): Promise<Answer<Recorded>> {
  const event = { ...first, ...(reason !== null && { reason }), ...(correctsId !== null && { correctsId }) };
  const { version, position } = first;
  return answerRecorded(resources, call, event, { status: 'duplicate', version, position });
}

async function answerRecorded(
  resources: Resources,
  { caller, params }: Call,
  event: EventToAppend,
  { status, version, position }: Accepted,
): Promise<Answer<Recorded>> {
  const isNew = status === 'appended';
  const format = await formatOf(resources, caller);
  const vehicle = await knownVehicle(resources, caller.tenantId, params.vehicleId);
  const recorded = await forTenant(resources.db, caller.tenantId, async (trx) => ({
    event: await (isNew ? readNew : readAgain)(trx, event.id, format),
    warnings: (await eventWarnings(trx, [event], vehicle)).get(event.id) ?? [],
  }));
  const location = `/api/v1/vehicles/${event.vehicleId}/events/${event.id}`;
  return new Answer(isNew ? 201 : 200, { ...recorded, version, position }, { ...etag(version), location });
}

async function readNew(trx: TenantTransaction, eventId: string, format: Format): Promise<TimelineItem> {
  const event = await readEvent(trx, eventId);
  if (!event) throw new Error(`The event ${eventId} was appended and is not there`);
  return presentNewEvent(trx, event, format);
}

/** As the event stands today: it may have been corrected since it was first recorded. */
async function readAgain(trx: TenantTransaction, eventId: string, format: Format): Promise<TimelineItem> {
  const history = await readHistory(trx, eventId);
  const shown = await presentEvents(trx, standingOf(history), format);
  const item = shown.find(({ id }) => id === eventId);
  if (!item) throw new Error(`The event ${eventId} was recorded before and is not there`);
  return item;
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
