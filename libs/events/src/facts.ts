import type { DistanceUnit } from '@odolog/units';

/**
 * What an event tells the projectors, in canonical integers. No projector knows a type: a type says its facts.
 * The odometer stands in the event's envelope and needs no fact.
 */
export interface Facts {
  readonly cost?: CostFact;
  readonly energy?: EnergyFact;
  readonly service?: ServiceFact;
  readonly reminder?: ReminderFact;
  readonly reminderStep?: ReminderStepFact;
  readonly runtime?: RuntimeFact;
  readonly life?: LifeFact;
  readonly odometerReplaced?: OdometerReplacedFact;
}

/** Money that went out (or came in, when negative). */
export interface CostFact {
  /** Minor units of `currency`; negative is an income. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly category: CostCategory;
}

/** Energy that went into the vehicle: exactly one of volumeMl and energyWh. */
export interface EnergyFact {
  readonly kind: EnergyKind;
  readonly volumeMl?: number;
  readonly energyWh?: number;
  readonly fill: 'full' | 'partial';
  /** A fill before this one was not recorded: the open segment is void. */
  readonly missedPrevious: boolean;
  /** Of a charge: the battery's charge after it, in thousandths. Only two charges to the same level measure what was used. */
  readonly levelPermille?: number;
  /** Of a charge: what came out of the socket, and what was paid for; `energyWh` is what the battery took. */
  readonly drawnWh?: number;
  readonly billedWh?: number;
}

/** Work done on the vehicle, by kinds that service schedules match. */
export interface ServiceFact {
  readonly kinds: readonly string[];
  /** Reminders that it completes, whatever their kind. */
  readonly reminderIds?: readonly string[];
}

/** Something to be done by a date, a distance, hours of use, or whichever comes first. */
export interface ReminderFact {
  readonly title: string;
  readonly dueDate?: string;
  readonly dueOdometerM?: number;
  /** In which it was typed. */
  readonly dueOdometerUnit?: DistanceUnit;
  /** Minutes on the hours meter. */
  readonly dueRuntimeMin?: number;
  readonly every?: {
    readonly months?: number;
    readonly distanceM?: number;
    /** In which it was typed. */
    readonly distanceUnit?: DistanceUnit;
    readonly runtimeMin?: number;
  };
  readonly anchor: 'completion' | 'schedule';
  readonly serviceKind?: string;
  /** How long before it is due it is due soon, where a person has said so. */
  readonly soon?: { readonly days?: number; readonly distanceM?: number; readonly runtimeMin?: number };
}

/** What the hours meter shows, beside the odometer of the envelope. */
export interface RuntimeFact {
  readonly minutes: number;
  /** Kept and shown, and ignored by every calculation. */
  readonly void?: boolean;
  /** Of a replaced meter: what the old one showed last. True hours go on from there. */
  readonly replacedMin?: number;
}

/** The fact of an hours meter, where it was read. */
export function runtimeFact(read: { readonly hours?: number; readonly hoursVoid?: boolean }): {
  runtime?: RuntimeFact;
} {
  const { hours, hoursVoid } = read;
  return hours === undefined
    ? {}
    : { runtime: { minutes: minutesOf(hours), ...(hoursVoid && { void: true }) } };
}

/** An hours meter is kept to the minute. */
export function minutesOf(hours: number): number {
  return Math.round(hours * 60);
}

/** Another odometer counts from this event's reading on. True distance goes on from what the old one showed last. */
export interface OdometerReplacedFact {
  /** Metres. */
  readonly finalM: number;
}

/** A turn in the life of the vehicle with its owner. After `sold`, `transferred` and `archived` nobody is reminded of it. */
export interface LifeFact {
  readonly stage: 'acquired' | 'sold' | 'transferred' | 'archived';
}

/** What happened to a reminder. */
export interface ReminderStepFact {
  /** The id of the event that set it first. */
  readonly reminderId: string;
  readonly step: 'completed' | 'snoozed' | 'dismissed';
  /** Of a snooze: the cycle in which it was put off; it has no say in the next. */
  readonly cycle?: number;
  /** Of a snooze: until whichever comes first. */
  readonly until?: { readonly date?: string; readonly odometerM?: number };
}

export const energyKinds = [
  'petrol',
  'diesel',
  'e85',
  'lpg',
  'cng',
  'hydrogen',
  'electricity',
  'other',
] as const;
export type EnergyKind = (typeof energyKinds)[number];

/** The categories of cost_rollups. `fuel` and `charging` are energy; the rest are running costs but for `purchase` and `sale`. */
export const costCategories = [
  'fuel',
  'charging',
  'maintenance',
  'tyres',
  'inspection',
  'insurance',
  'tax',
  'toll',
  'parking',
  'fine',
  'wash',
  'accessories',
  'registration',
  'finance',
  'purchase',
  'sale',
  'other',
] as const;
export type CostCategory = (typeof costCategories)[number];
