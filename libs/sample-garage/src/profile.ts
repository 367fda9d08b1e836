import type { EventData, ServiceKind } from '@odolog/events';
import type { Money } from '@odolog/units';
import type { Day } from './calendar.js';
import type { Random } from './random.js';

/** What a sample vehicle is, how it is driven, and what it costs to keep. Everything else follows from it. */
export interface Profile {
  readonly seed: number;
  readonly vehicle: SampleVehicle;
  readonly startKm: number;
  readonly tankL: number;
  readonly lPer100Km: number;
  /** Kilometres driven on a day. */
  readonly drive: (day: Day, random: Random) => number;
  readonly stations: readonly [string, ...string[]];
  /** Days on which it is not parked at home. */
  readonly away?: (day: Day) => boolean;
  /** Of a vehicle that is charged; it drives on it before it burns anything. */
  readonly battery?: Battery;
  readonly upkeep: readonly Upkeep[];
  readonly bills: readonly Bill[];
  /** Small costs that come when they come. */
  readonly casual: readonly CasualCost[];
  readonly notes: readonly DatedNote[];
  readonly reminders: readonly UpcomingReminder[];
  /** Days from the first on which a reading was mistyped with a digit too many, and voided. */
  readonly mistypedReadingOn?: number;
}

/** The fields of a vehicle as `POST /vehicles` takes them. */
export interface SampleVehicle {
  readonly nickname: string;
  readonly make: string;
  readonly model: string;
  readonly year: number;
  readonly trim: string;
  readonly color: string;
  readonly licensePlate: string;
  readonly kind: 'motorcycle' | 'car' | 'estate';
  readonly timeZone: string;
  readonly currency: string;
  readonly distanceUnit: 'km';
  readonly volumeUnit: 'L';
  readonly energies: readonly string[];
  readonly batteryWh?: number;
}

/** A battery, and where it is charged. */
export interface Battery {
  /** What of it is used. */
  readonly kWh: number;
  readonly kWhPer100Km: number;
  /** What charges it, at home and on the road. */
  readonly chargerKW: number;
  /** Days from the first until it can be charged at home. */
  readonly wallboxOnDay: number;
  readonly tariffs: readonly (Omit<SampleTariff, 'validFrom'> & { readonly fromDay: number })[];
  readonly nearStations: readonly [ChargingStation, ...ChargingStation[]];
  readonly farStations: readonly [ChargingStation, ...ChargingStation[]];
}

/** A public charger and its price per kWh. */
export interface ChargingStation {
  readonly name: string;
  readonly unitPrice: Money;
}

/** The fields of a tariff as `POST /vehicles/{vehicleId}/tariffs` takes them. */
export interface SampleTariff {
  readonly name: string;
  readonly charger: 'home';
  readonly currency: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  /** Per kWh. */
  readonly unitPrice: string;
  readonly periods: readonly {
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
    readonly unitPrice: string;
  }[];
}

/** Work that comes round by distance. Prices are in euros. */
export interface Upkeep {
  readonly everyKm: number;
  /** Kilometres after which it comes for the first time. */
  readonly firstKm: number;
  readonly items: readonly {
    readonly kind: ServiceKind;
    readonly description?: string;
    readonly euros?: number;
  }[];
  readonly workshop?: string;
}

/** An expense that comes on a day of the year; negative euros are a refund. */
export interface Bill {
  /** MM-DD. */
  readonly on: string;
  /** Every how many years, counted from the first; 1 when missing. */
  readonly everyYears?: number;
  readonly category: EventData<'expense'>['category'];
  readonly euros: number;
  /** By how much it rises a year, in euros. */
  readonly rise?: number;
  readonly description?: string;
}

/** An expense of chance. */
export interface CasualCost {
  readonly perYear: number;
  readonly category: EventData<'expense'>['category'];
  readonly euros: readonly [low: number, high: number];
  readonly description?: string;
}

/** Something written down so many days after the first. */
export interface DatedNote {
  readonly onDay: number;
  readonly text: string;
}

/** A reminder that was set some time ago and is still ahead, or just over, on the last day. */
export interface UpcomingReminder {
  readonly title: string;
  readonly setDaysAgo: number;
  readonly dueInDays?: number;
  readonly dueInKm?: number;
  readonly every: { readonly months?: number; readonly km?: number };
  readonly anchor: 'completion' | 'schedule';
  readonly serviceKind?: ServiceKind;
}
