import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { EventType } from './define-event.js';
import type { EventData, EventTypeName } from './event-types.js';
import { closed, Instant, LocalDate, OdometerReading, text } from './measures.js';

const surroundings = {
  /** Chosen by the client, so that sending it twice records it once. */
  id: Type.Optional(Type.String({ format: 'uuid' })),
  /** The local date in the vehicle's zone. */
  date: LocalDate,
  /** When the time is known too; on that same local date. */
  occurredAt: Type.Optional(Instant),
  notes: Type.Optional(text(10_000)),
};

/** What surrounds the data of every event. `type` and `data` are looked at by the type itself. */
export const Envelope = Type.Object(
  { ...surroundings, odometer: Type.Optional(OdometerReading), type: Type.String(), data: Type.Object({}) },
  closed,
);

/** The JSON Schema of a whole recording of one type, for documents and forms. */
export function recordingSchema({ type, data, needsOdometer, reading }: EventType) {
  return Type.Object(
    {
      ...surroundings,
      ...(!reading && { odometer: needsOdometer ? OdometerReading : Type.Optional(OdometerReading) }),
      type: Type.Literal(type),
      data,
    },
    closed,
  );
}

/** An event as a client sends it, valid by its schema. */
export type Recording<Name extends EventTypeName = EventTypeName> = {
  [Each in Name]: Omit<Static<typeof Envelope>, 'type' | 'data'> & { type: Each; data: EventData<Each> };
}[Name];
