import Type, { type Static } from 'typebox';
import { closed, DistanceUnit, Instant, LocalDate, named, Uuid } from '../http/schema.js';

/** An event as a client sends it; `data` keeps the JSON Schema of its type. */
export const Recording = named(
  'Recording',
  closed({
    id: Type.Optional(Uuid),
    type: Type.String({ minLength: 1, maxLength: 40 }),
    date: LocalDate,
    occurredAt: Type.Optional(Instant),
    odometer: Type.Optional(
      closed({
        value: Type.Number({ exclusiveMinimum: 0 }),
        unit: DistanceUnit,
        void: Type.Optional(Type.Boolean()),
      }),
    ),
    notes: Type.Optional(Type.String({ maxLength: 10_000 })),
    data: Type.Record(Type.String(), Type.Unknown()),
  }),
);
export type Recording = Static<typeof Recording>;
