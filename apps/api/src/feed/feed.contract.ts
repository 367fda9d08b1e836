import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import {
  afterPosition,
  closed,
  Instant,
  Integer,
  LocalDate,
  named,
  nullable,
  OdometerAsTyped,
  page,
  Position,
  Uuid,
  Version,
} from '../http/schema.js';

/** An event as it is stored, with the hashes by which anyone can verify the history. */
const FeedEvent = named(
  'FeedEvent',
  Type.Object({
    id: Uuid,
    vehicleId: Uuid,
    position: Position,
    version: Version,
    type: Type.String(),
    schemaVersion: Integer,
    date: LocalDate,
    occurredAt: Instant,
    timeKnown: Type.Boolean(),
    odometer: nullable(OdometerAsTyped),
    odometerM: nullable(Integer),
    notes: nullable(Type.String()),
    data: Type.Record(Type.String(), Type.Unknown()),
    reason: nullable(Type.String()),
    correctsId: nullable(Uuid),
    recordedAt: Instant,
    recordedBy: Uuid,
    source: Type.String(),
    contentHash: Type.String(),
    chainHash: Type.String(),
  }),
);

export const Feed = named(
  'Feed',
  Type.Object({
    items: Type.Array(FeedEvent),
    nextPosition: Position,
    headPosition: Position,
    nextCursor: nullable(Type.String({ description: 'In place of `after`; null at the head' })),
  }),
);
export type Feed = Static<typeof Feed>;

const tag = 'Feed';

export const getFeed = route({
  method: 'GET',
  path: '/v1/feed',
  operation: 'getFeed',
  tag,
  access: 'vehicle.read',
  narrows: true,
  summary: "The tenant's events in position order, those of deleted vehicles among them",
  query: closed({
    after: Type.Optional(Position),
    ...page,
    ...afterPosition,
  }),
  answers: { 200: Feed },
});
export const streamFeed = route({
  method: 'GET',
  path: '/v1/feed/stream',
  operation: 'streamFeed',
  tag,
  access: 'vehicle.read',
  narrows: true,
  summary: 'The same as server-sent events; resumes by Last-Event-ID',
  query: closed({ after: Type.Optional(Position) }),
  produces: 'text/event-stream',
  answers: { 200: Type.String() },
});
