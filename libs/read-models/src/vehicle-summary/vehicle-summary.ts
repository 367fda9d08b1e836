import type { ReminderFact } from '@odolog/events';
import type { DistanceUnit } from '@odolog/units';
import type { ReminderState } from '@odolog/vehicle';
import type { CostFigures } from '../cost-rollups/cost-figures.js';
import type { EnergyAverage } from '../fuel-segments/fuel-economy.js';
import type { CurrentHours } from '../hours-readings/read-current-hours.js';
import type { MonthDistance } from './month-distances.js';

/** A vehicle on one card, as of a day. */
export interface VehicleSummary {
  readonly vehicleId: string;
  /** YYYY-MM-DD, in the vehicle's zone. */
  readonly asOf: string;
  /** The latest valid reading by date, as typed. */
  readonly odometer: SummaryReading | null;
  /** What the hours meter shows, where there is one. */
  readonly hours: CurrentHours | null;
  readonly economy: readonly EnergyAverage[];
  readonly cost: readonly SummaryCost[];
  readonly counts: { readonly events: number; readonly byType: Readonly<Record<string, number>> };
  readonly firstDate: string | null;
  readonly lastEvent: SummaryEvent | null;
  readonly nextDue: NextDue | null;
  /** How far the projector has come for this tenant. */
  readonly position: number;
}

/** A reading as typed, and in metres. */
export interface SummaryReading {
  readonly value: number;
  readonly unit: DistanceUnit;
  readonly odometerM: number;
  /** Metres as if one odometer had counted from the first reading on. */
  readonly trueM: number;
  readonly date: string;
  readonly eventId: string;
}

/** One line a currency. Running costs leave purchase, sale and finance out. */
export interface SummaryCost extends CostFigures {
  readonly currency: string;
  readonly totalMinor: number;
  readonly runningMinor: number;
  readonly thisMonthMinor: number;
  /** The month of `asOf` and the eleven before it. */
  readonly last12MonthsMinor: number;
}

/** The latest event by date; its sentence is made by who shows it, from `data`. */
export interface SummaryEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly date: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The reminder that is due next: by date, or by distance at the usual distance per day. */
export interface NextDue {
  readonly eventId: string;
  /** The same through every edit. */
  readonly reminderId: string;
  readonly title: string;
  readonly state: ReminderState;
  readonly dueDate?: string;
  readonly dueOdometerM?: number;
  /** The day of whichever comes first; missing where that cannot be told. */
  readonly dueOn?: string;
  /** Share of the interval that is used: 1 is due; missing where its beginning is not known. */
  readonly used?: number;
  /** How often it comes again; missing where it comes once. */
  readonly every?: { readonly months?: number; readonly distanceM?: number; readonly hours?: number };
  /** What the next interval counts from: the work, or the day that it was due. */
  readonly anchor: ReminderFact['anchor'];
}

/** One month of a vehicle: its distance goes by the valid readings around its first day and its end. */
export interface VehicleMonth extends MonthDistance {
  /** YYYY-MM. */
  readonly month: string;
  readonly events: number;
  readonly costs: readonly {
    readonly currency: string;
    readonly totalMinor: number;
    readonly byCategory: Readonly<Record<string, number>>;
  }[];
}
