import { eventType, factsOf, summaryOf, type Format } from '@odolog/events';
import { moneyFromMinor } from '@odolog/units';
import type { TimelineItem } from '@/api/schema.gen';
import type { Viewer } from '@/format/viewer-context';
import type { Draft } from '@/quick-add/draft';
import type { LoggableVehicle } from '@/quick-add/loggable-vehicle';
import type { Correcting } from './waiting-entry';

interface Making {
  readonly id: string;
  readonly vehicle: Pick<LoggableVehicle, 'id'>;
  readonly viewer: Pick<Viewer, 'name' | 'owner'>;
  /** As the viewer reads measures and words. */
  readonly format: Format;
  /** RFC 3339. */
  readonly now: string;
  readonly corrects?: Correcting | undefined;
}

/** A valid draft as the timeline will show it, by the words that the server has for it. What is derived comes from there. */
export function itemOf(draft: Draft, { id, vehicle, viewer, format, now, corrects }: Making): TimelineItem {
  const { type, date, data } = draft;
  const event = { type, schemaVersion: eventType(type)?.version ?? 1, data };
  const { cost } = factsOf(event);
  return {
    id,
    vehicleId: vehicle.id,
    type,
    date,
    occurredAt: draft.occurredAt ?? null,
    odometer: draft.odometer ?? null,
    notes: draft.notes ?? null,
    data: { ...data },
    cost: cost ? moneyFromMinor(cost.amountMinor, cost.currency) : null,
    category: cost?.category ?? null,
    summary: summaryOf(event, format),
    derived: {},
    status: corrects ? 'corrected' : 'effective',
    version: 0,
    position: 0,
    source: 'api',
    recordedAt: now,
    firstRecordedAt: now,
    recordedBy: { id: viewer.owner.personId, name: viewer.name },
    correctsId: corrects?.item.id ?? null,
    reason: corrects?.reason ?? null,
  };
}
