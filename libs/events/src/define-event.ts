import type { Rule } from '@odolog/problems';
import type { Distance, Energy, Money, Volume, VolumeUnit } from '@odolog/units';
import type { Static, TObject } from 'typebox';
import type { ChargeSession } from './charge/priced.js';
import type { Facts } from './facts.js';

/** Says an English sentence in a reader's language, with what stands in its braces filled in. */
export type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** Renders measures in a viewer's units, currency format and language. Made by `formatFor` (see format.ts). */
export interface Format {
  distance(value: Distance): string;
  volume(value: Volume): string;
  energy(value: Energy): string;
  money(value: Money): string;
  unitPrice(value: Money, per: VolumeUnit): string;
  date(value: string): string;
  /** Of engines and work, such as `1,204.5 h`. */
  hours(value: number): string;
  /** A sentence in the viewer's language, by its English, which stays where no translation is known. */
  say: Say;
}

/** The day that an event is entered on, and the vehicle that it is of. */
export interface EventDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The local date of an instant in the same zone. */
  readonly dayOf: (instant: string) => string;
  /** What the vehicle's battery holds; null where that is not known. */
  readonly batteryWh: number | null;
}

/** Something worth a second look. */
export interface Oddity {
  readonly code: string;
  readonly detail: string;
}

/** What types have in common at a glance: energy in, work on the vehicle, money, a reading, paper, a reminder, its life. */
export type Family =
  'fuel' | 'charge' | 'work' | 'inspection' | 'money' | 'reading' | 'paper' | 'reminder' | 'life';

/**
 * Everything there is to say about one event type, in one value. `summary` and `facts` are methods and not
 * function properties, so that the list of all types is a list of `EventType`.
 */
export interface EventType<Type extends string = string, Data extends TObject = TObject> {
  readonly type: Type;
  /** Of the data schema. A published schema is frozen: a change is the next version and an upcaster. */
  readonly version: number;
  /** A name of lucide's icons. */
  readonly icon: string;
  /** Whose shape and colour its mark has. */
  readonly family: Family;
  /** What the type is called in a list of types. */
  readonly title: string;
  readonly data: Data;
  readonly example: Static<Data>;
  /** One line for the timeline: the fact, not the type's name. */
  summary(data: Static<Data>, format: Format): string;
  facts(data: Static<Data>): Facts;
  /** From data of version n (the key) to version n + 1. */
  readonly upcast: Readonly<Record<number, (data: unknown) => unknown>>;
  /** What JSON Schema cannot say, over several fields: its pointers begin with `/data`. */
  readonly rules?: readonly Rule<Static<Data>>[];
  /** The reading that its data tells; then nothing else stands in the envelope. */
  readonly reading?: (data: Static<Data>) => Distance;
  /** When it was, where its data tells that; then the envelope need not. RFC 3339. */
  readonly instant?: (data: Static<Data>) => string;
  /** Its data may tell what an hours meter showed, which is held to its neighbours like an odometer. */
  readonly readsHours?: boolean;
  /** What is possible, and yet more likely a slip: it is accepted, and said. */
  oddities?(data: Static<Data>, on: EventDay): Oddity[];
  /** What a tariff may price, where the event does not say itself what it cost: then its data takes that as `priced`. */
  chargeSession?(data: Static<Data>): ChargeSession | null;
  /** The event says nothing without a reading in its envelope. */
  readonly needsOdometer?: boolean;
  /** Appended by commands of the system only, never recorded through the form or `POST .../events`. */
  readonly internal?: boolean;
  /** Only hides the event that it corrects, and stands for nothing itself. */
  readonly hides?: boolean;
  /** Undoes what the event that it names has done to another: that one stands again. */
  readonly restores?: boolean;
}

/** Keeps the literal type and infers the data's type from its schema. */
export function defineEvent<const Type extends string, Data extends TObject>(
  definition: EventType<Type, Data>,
): EventType<Type, Data> {
  return definition;
}
