import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox';

/** Gives a schema its name in the OpenAPI document, where it is referred to instead of repeated. */
export function named<Schema extends TSchema>(name: string, schema: Schema): Schema {
  return { ...schema, $id: name };
}

/** What a client may send: a field that is not named here is refused, never dropped. */
export function closed<Properties extends TProperties>(properties: Properties): TObject<Properties> {
  return Type.Object(properties, { additionalProperties: false });
}

/** Some of the fields, in place of what they are now. */
export function changesOf<Properties extends TProperties>(properties: Properties) {
  return Type.Partial(Type.Object(properties), { additionalProperties: false });
}

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

export const Uuid = Type.String({ format: 'uuid' });
export const LocalDate = Type.String({ format: 'date', description: 'YYYY-MM-DD' });
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339' });
export const Month = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$', description: 'YYYY-MM' });
export const Currency = Type.String({ format: 'iso-4217', description: 'ISO 4217, such as EUR' });
export const Integer = Type.Integer();
export const Position = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: "Place in the tenant's order of events",
});
export const Version = Type.Integer({ minimum: 0, description: "Number of events in the vehicle's stream" });

export const DistanceUnit = Type.Enum(['km', 'mi']);
export const VolumeUnit = Type.Enum(['L', 'gal-us', 'gal-uk']);

export const Money = named(
  'Money',
  Type.Object({ amount: Type.String({ description: 'Decimal, as typed' }), currency: Currency }),
);

export const OdometerAsTyped = named(
  'OdometerReading',
  Type.Object({ value: Type.Number(), unit: DistanceUnit, void: Type.Optional(Type.Boolean()) }),
);

/** Reads that wait until the projectors have come to a position: `?minPosition=`, or `?min-position=`, or the header. */
export const afterPosition = {
  minPosition: Type.Optional(Position),
  'min-position': Type.Optional(Position),
};

export const page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
};

/** A page of a list, and where the next one begins. */
export function pageOf<Schema extends TSchema>(name: string, item: Schema) {
  return named(name, Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()) }));
}

export const Fault = named(
  'Fault',
  Type.Object({
    pointer: Type.String({ description: 'RFC 6901, into the body' }),
    code: Type.String(),
    detail: Type.String(),
  }),
);

/** RFC 9457. Some codes carry more members. */
export const ProblemDocument = named(
  'Problem',
  Type.Object({
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable: the one to switch on' }),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    traceId: Type.String(),
    errors: Type.Optional(Type.Array(Fault)),
    supersededBy: Type.Optional(
      Type.Union([Uuid, Type.Null()], {
        description: 'Of `event-superseded`: what stands in its place; null where it was retracted',
      }),
    ),
    waysOut: Type.Optional(
      Type.Array(Type.Object({ kind: Type.String(), eventId: Type.Optional(Uuid) }), {
        description:
          'Of `event-superseded`: `correct-standing` to correct or retract `eventId`, `restore` to undo it. Of readings out of order: what a person can do about theirs',
      }),
    ),
  }),
);
export type ProblemDocument = Static<typeof ProblemDocument>;
