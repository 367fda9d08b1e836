import * as Type from 'typebox';
import type { Static } from 'typebox';

/** Unknown fields are refused, not dropped. */
export const closed = { additionalProperties: false } as const;

/** Patterns of strings, by name so that a fault can be told in words. */
export const patterns = {
  amount: '^-?(0|[1-9][0-9]{0,9})([.][0-9]{1,6})?$',
  price: '^(0|[1-9][0-9]{0,9})([.][0-9]{1,6})?$',
  unitPrice: '^(0|[1-9][0-9]{0,6})([.][0-9]{1,6})?$',
  sha256: '^[0-9a-f]{64}$',
  slug: '^[a-z0-9]+([-_][a-z0-9]+)*$',
} as const;

/** A person's text: at least one character, at most `maxLength`, nothing that PostgreSQL cannot hold. */
export function text(maxLength: number) {
  return Type.String({ minLength: 1, maxLength, format: 'storable' });
}

const distanceUnit = Type.Enum(['km', 'mi']);
const distanceValue = Type.Number({ minimum: 0, maximum: 10_000_000 });

/** Less would come to no metre, millilitre or watt-hour at all. */
const leastValue = 0.001;

/** A distance as typed. */
export const Distance = Type.Object({ value: distanceValue, unit: distanceUnit }, closed);

/** A reading as typed. `void`: kept and shown, ignored by every calculation. One of zero was not taken: see `isBlank`. */
export const OdometerReading = Type.Object(
  {
    value: distanceValue,
    unit: distanceUnit,
    void: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type OdometerReading = Static<typeof OdometerReading>;

/** Zero, as trackers write where nobody looked: not recorded. */
export const isBlank = ({ value }: OdometerReading): boolean => value < leastValue;

/** A volume as typed; more than nothing. */
export const Volume = Type.Object(
  {
    value: Type.Number({ minimum: leastValue, maximum: 10_000 }),
    unit: Type.Enum(['L', 'gal-us', 'gal-uk']),
  },
  closed,
);

/** An amount of electric energy as typed; more than nothing. */
export const Energy = Type.Object(
  { value: Type.Number({ minimum: leastValue, maximum: 100_000 }), unit: Type.Enum(['kWh']) },
  closed,
);

const currency = Type.String({ format: 'iso-4217' });

/** Money as typed: a decimal string; negative amounts are incomes and refunds. */
export const Money = Type.Object({ amount: Type.String({ pattern: patterns.amount }), currency }, closed);

/** Money that cannot be an income. */
export const Price = Type.Object({ amount: Type.String({ pattern: patterns.price }), currency }, closed);

/** Money for one unit of something: so bounded that the largest volume at it can be counted exactly. */
export const UnitPrice = Type.Object(
  { amount: Type.String({ pattern: patterns.unitPrice }), currency },
  closed,
);

/** A day of the calendar, YYYY-MM-DD. */
export const LocalDate = Type.String({ format: 'date' });

/** RFC 3339 with an offset. */
export const Instant = Type.String({ format: 'date-time' });

/** Where something happened. */
export const Place = Type.Object(
  {
    name: Type.Optional(text(200)),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  },
  { ...closed, minProperties: 1 },
);

/** A share of a battery, in whole or broken percent. */
export const Percent = Type.Number({ minimum: 0, maximum: 100 });

/** What an hours meter shows; kept to the minute. */
export const Hours = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** With hours as typed. Void ones are kept and shown, and ignored by every calculation. */
export const HoursVoid = Type.Optional(Type.Boolean());

/** Files that were sent up before: the bill as `receiptId`, and whatever else belongs to the event. */
export const attachments = {
  receiptId: Type.Optional(Type.String({ format: 'uuid' })),
  fileIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20, uniqueItems: true })),
};

/** A person's own labels. */
export const Tags = Type.Array(text(50), { maxItems: 20, uniqueItems: true });
