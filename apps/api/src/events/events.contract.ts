import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import {
  afterPosition,
  closed,
  Fault,
  named,
  nullable,
  Position,
  Uuid,
  Version,
  page,
  pageOf,
} from '../http/schema.js';
import { TimelineItem } from '../timeline/timeline.contract.js';
import { Recording } from './recording.schema.js';

const Warning = Type.Object({ code: Type.String(), detail: Type.String() });

export const Recorded = named(
  'Recorded',
  Type.Object({ event: TimelineItem, version: Version, position: Position, warnings: Type.Array(Warning) }),
);
export type Recorded = Static<typeof Recorded>;

const largestBatch = { minItems: 1, maxItems: 1000 };
const Batch = named('EventBatch', closed({ events: Type.Array(Recording, largestBatch) }));

/** One for each event of the batch, in its order. */
export const BatchAnswer = named(
  'EventBatchAnswer',
  Type.Object({
    items: Type.Array(
      Type.Object({
        index: Type.Integer(),
        status: Type.Enum(['recorded', 'duplicate', 'refused']),
        eventId: nullable(Uuid),
        version: nullable(Version),
        position: nullable(Position),
        warnings: Type.Optional(Type.Array(Warning)),
        problem: Type.Optional(
          Type.Object(
            {
              code: Type.String(),
              title: Type.String(),
              detail: Type.Optional(Type.String()),
              errors: Type.Optional(Type.Array(Fault)),
            },
            { additionalProperties: true },
          ),
        ),
      }),
    ),
    recorded: Type.Integer(),
    duplicates: Type.Integer(),
    refused: Type.Integer(),
    version: Version,
    position: nullable(Position),
  }),
);

const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
const Correction = named('Correction', closed({ reason: Reason, event: Recording }));
const Retraction = named('Retraction', closed({ id: Type.Optional(Uuid), reason: Reason }));

const History = pageOf('EventHistory', TimelineItem);

export const EventTypeEntry = Type.Object({
  type: Type.String(),
  title: Type.String(),
  icon: Type.String(),
  version: Type.Integer(),
  schemaUrl: Type.String(),
  example: Type.Record(Type.String(), Type.Unknown()),
});

const ofVehicle = Type.Object({ vehicleId: Uuid });
const ofEvent = Type.Object({ vehicleId: Uuid, eventId: Uuid });
const tag = 'Events';
const recordingProblems = [
  'vehicle-handed-over',
  'unknown-event-type',
  'odometer-out-of-order',
  'hours-out-of-order',
  'amount-mismatch',
  'currency-mismatch',
  'date-out-of-range',
] as const;

export const recordEvent = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/events',
  operation: 'recordEvent',
  tag,
  access: 'event.record',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Record an event',
  params: ofVehicle,
  body: Recording,
  bodyAtDoor: Type.Unknown(),
  sends: ['ETag', 'Location'],
  answers: { 201: Recorded, 200: Recorded },
  problems: recordingProblems,
});
export const recordEvents = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/events::batch',
  operation: 'recordEvents',
  tag,
  access: 'event.record',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Record up to 1,000 events, with an answer for each',
  params: ofVehicle,
  body: Batch,
  bodyAtDoor: closed({ events: Type.Array(Type.Unknown(), largestBatch) }),
  answers: { 200: BatchAnswer },
  problems: [],
});
export const getEvent = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/events/:eventId',
  operation: 'getEvent',
  tag,
  access: 'vehicle.read',
  summary: 'One event, whether in force or history',
  params: ofEvent,
  query: closed(afterPosition),
  answers: { 200: TimelineItem },
});
export const getEventHistory = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/events/:eventId/history',
  operation: 'getEventHistory',
  tag,
  access: 'vehicle.read',
  summary: 'An event and everything that corrects it, oldest first',
  params: ofEvent,
  query: closed({ ...page, ...afterPosition }),
  answers: { 200: History },
});
export const correctEvent = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/events/:eventId/corrections',
  operation: 'correctEvent',
  tag,
  access: 'event.correct',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Put another event in the place of one that was wrong',
  params: ofEvent,
  body: Correction,
  bodyAtDoor: closed({ reason: Reason, event: Type.Unknown() }),
  sends: ['ETag', 'Location'],
  answers: { 201: Recorded, 200: Recorded },
  problems: [...recordingProblems, 'event-superseded', 'entry-of-another'],
});
export const retractEvent = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/events/:eventId/retractions',
  operation: 'retractEvent',
  tag,
  access: 'event.correct',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Hide an event that should not be there',
  params: ofEvent,
  body: Retraction,
  sends: ['ETag', 'Location'],
  answers: { 201: Recorded, 200: Recorded },
  problems: [
    'vehicle-handed-over',
    'event-superseded',
    'entry-of-another',
    'odometer-out-of-order',
    'hours-out-of-order',
  ],
});
export const restoreEvent = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/events/:eventId/restorations',
  operation: 'restoreEvent',
  tag,
  access: 'event.correct',
  onceBy: 'command',
  heedsVersion: true,
  summary: 'Undo a correction, a retraction or a restoration: what it had replaced or hidden stands again',
  params: ofEvent,
  body: Retraction,
  sends: ['ETag', 'Location'],
  answers: { 201: Recorded, 200: Recorded },
  problems: [
    'event-superseded',
    'entry-of-another',
    'nothing-to-undo',
    'vehicle-handed-over',
    'odometer-out-of-order',
    'hours-out-of-order',
  ],
});
export const listEventTypes = route({
  method: 'GET',
  path: '/v1/event-types',
  operation: 'listEventTypes',
  tag,
  access: 'person',
  summary: 'The types of events that can be recorded',
  query: closed(page),
  answers: { 200: pageOf('EventTypeList', EventTypeEntry) },
});
export const getEventTypeSchema = route({
  method: 'GET',
  path: '/v1/event-types/:type/schema',
  operation: 'getEventTypeSchema',
  tag,
  access: 'person',
  summary: 'The JSON Schema in force for the data of a type',
  params: Type.Object({ type: Type.String({ minLength: 1, maxLength: 40 }) }),
  answers: { 200: Type.Record(Type.String(), Type.Unknown()) },
});
