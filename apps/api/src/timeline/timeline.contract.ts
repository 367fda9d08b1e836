import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { consumption } from '../insights/insights.contract.js';
import { pointOfView } from '../insights/point-of-view.js';
import {
  afterPosition,
  closed,
  Instant,
  Integer,
  LocalDate,
  Money,
  named,
  nullable,
  OdometerAsTyped,
  page,
  Position,
  Uuid,
  Version,
} from '../http/schema.js';

export const Economy = named(
  'EventEconomy',
  Type.Object({
    segmentStatus: Type.Enum(['closed', 'void', 'anomaly', 'open']),
    reason: nullable(Type.String()),
    comparedToAveragePercent: Type.Optional(Type.Number()),
    range: Type.Optional(
      Type.Object({ min: Type.Number(), max: Type.Number(), average: Type.Number(), value: Type.Number() }),
    ),
    ...consumption,
  }),
);

/** `corrected` is in force and the result of a correction; `superseded` and `retracted` are history. */
export const TimelineItem = named(
  'TimelineItem',
  Type.Object({
    id: Uuid,
    vehicleId: Uuid,
    type: Type.String(),
    date: LocalDate,
    occurredAt: nullable(Instant),
    odometer: nullable(OdometerAsTyped),
    cost: nullable(Money),
    category: nullable(Type.String()),
    summary: Type.String(),
    notes: nullable(Type.String()),
    data: Type.Record(Type.String(), Type.Unknown()),
    files: Type.Optional(
      Type.Array(
        named(
          'NamedFile',
          Type.Object({ id: Uuid, name: Type.String(), mediaType: Type.String(), bytes: Integer }),
        ),
        { description: 'The pictures and papers that the entry names, its receipt aside' },
      ),
    ),
    derived: Type.Object({ economy: Type.Optional(Economy) }),
    status: Type.Enum(['effective', 'corrected', 'retracted', 'superseded']),
    version: Version,
    position: Position,
    source: Type.String(),
    recordedAt: Instant,
    firstRecordedAt: Type.String({
      format: 'date-time',
      description: 'RFC 3339; before a hand-over, where there was one',
    }),
    recordedBy: Type.Object({ id: Uuid, name: nullable(Type.String()) }),
    correctsId: nullable(Uuid),
    reason: nullable(Type.String()),
  }),
);
export type TimelineItem = Static<typeof TimelineItem>;

const TimelinePage = named(
  'TimelinePage',
  Type.Object({
    items: Type.Array(TimelineItem),
    nextCursor: nullable(Type.String()),
    position: {
      ...Position,
      description:
        'Whatever of the tenant’s events belongs on the page is there up to this one, with what was derived from it: where to go on in the feed',
    },
  }),
);
export type TimelinePage = Static<typeof TimelinePage>;
const filters = {
  ...page,
  ...afterPosition,
  type: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 40 })),
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  include: Type.Optional(Type.Enum(['superseded'])),
};
const garageId = Type.Optional(Uuid);
const tag = 'Timeline';

export const getTimeline = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/timeline',
  operation: 'getTimeline',
  tag,
  access: 'vehicle.read',
  summary: 'The effective history of a vehicle, newest first, now or as it was',
  params: Type.Object({ vehicleId: Uuid }),
  query: closed({ ...filters, ...pointOfView, garageId }),
  answers: { 200: TimelinePage },
});
export const getTenantTimeline = route({
  method: 'GET',
  path: '/v1/timeline',
  operation: 'getTenantTimeline',
  tag,
  access: 'vehicle.read',
  narrows: true,
  summary: 'The effective history of every vehicle, newest first, now or as it was',
  query: closed({
    ...filters,
    ...pointOfView,
    garageId,
    vehicleId: Type.Optional(Uuid),
  }),
  answers: { 200: TimelinePage },
});
