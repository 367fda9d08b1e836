import type { DistanceUnit } from '@odolog/units';
import { monthsAfter } from './calendar.js';

/** What a vehicle is driven by and what it is: which services it needs follows from that. */
export interface TemplateVehicle {
  readonly kind: string;
  readonly energies: readonly string[];
  readonly distanceUnit: DistanceUnit;
}

interface Interval {
  readonly months?: number;
  readonly km?: number;
  readonly mi?: number;
  /** For what is kept by its hours meter. */
  readonly hours?: number;
}

interface Template extends Interval {
  readonly id: string;
  /** Missing for what is no work on the vehicle. */
  readonly serviceKind?: string;
  readonly anchor?: ReminderTemplate['anchor'];
  readonly fits: (vehicle: Traits) => boolean;
}

interface Traits {
  readonly motorcycle: boolean;
  readonly combustion: boolean;
  readonly spark: boolean;
  readonly diesel: boolean;
  /** Its work is counted in hours. */
  readonly hours: boolean;
}

/** A reminder as a person may adopt it, after changing what they like; its title is said in their language, by the id. */
export interface ReminderTemplate {
  readonly id: string;
  readonly serviceKind?: string;
  readonly anchor: 'completion' | 'schedule';
  readonly every: {
    readonly months?: number;
    readonly distance?: { readonly value: number; readonly unit: DistanceUnit };
    readonly hours?: number;
  };
  /** Of a fixed schedule: its first mark. */
  readonly dueDate?: string;
}

const always = () => true;
const onFourWheels = ({ motorcycle }: Traits) => !motorcycle;

/** Usual intervals of manufacturers; the handbook of the vehicle knows better, and a person changes them before adopting. */
const templates: readonly Template[] = [
  {
    id: 'engine-oil',
    serviceKind: 'engine-oil',
    months: 12,
    km: 15_000,
    mi: 10_000,
    hours: 250,
    fits: ({ combustion, motorcycle }) => combustion && !motorcycle,
  },
  {
    id: 'motorcycle-oil',
    serviceKind: 'engine-oil',
    months: 12,
    km: 6000,
    mi: 4000,
    fits: ({ combustion, motorcycle }) => combustion && motorcycle,
  },
  {
    id: 'chain',
    serviceKind: 'chain',
    km: 800,
    mi: 500,
    fits: ({ motorcycle }) => motorcycle,
  },
  { id: 'brake-fluid', serviceKind: 'brake-fluid', months: 24, fits: always },
  {
    id: 'tyre-rotation',
    serviceKind: 'tyre-rotation',
    months: 12,
    km: 10_000,
    mi: 6000,
    fits: onFourWheels,
  },
  { id: 'tyres', serviceKind: 'tyres', months: 12, fits: always },
  {
    id: 'inspection',
    serviceKind: 'inspection',
    months: 24,
    anchor: 'schedule',
    fits: always,
  },
  {
    id: 'timing-belt',
    serviceKind: 'timing-belt',
    months: 120,
    km: 120_000,
    mi: 75_000,
    fits: ({ combustion, motorcycle }) => combustion && !motorcycle,
  },
  {
    id: 'coolant',
    serviceKind: 'coolant',
    months: 48,
    km: 100_000,
    mi: 60_000,
    hours: 2000,
    fits: always,
  },
  {
    id: 'air-filter',
    serviceKind: 'air-filter',
    months: 48,
    km: 30_000,
    mi: 20_000,
    hours: 500,
    fits: ({ combustion }) => combustion,
  },
  {
    id: 'cabin-filter',
    serviceKind: 'cabin-filter',
    months: 24,
    km: 20_000,
    mi: 12_000,
    fits: onFourWheels,
  },
  {
    id: 'spark-plugs',
    serviceKind: 'spark-plugs',
    months: 72,
    km: 60_000,
    mi: 40_000,
    fits: ({ spark }) => spark,
  },
  {
    id: 'fuel-filter',
    serviceKind: 'fuel-filter',
    months: 48,
    km: 60_000,
    mi: 40_000,
    hours: 500,
    fits: ({ diesel }) => diesel,
  },
  {
    id: 'transmission-fluid',
    serviceKind: 'transmission-fluid',
    months: 72,
    km: 60_000,
    mi: 40_000,
    hours: 1000,
    fits: onFourWheels,
  },
  {
    id: 'air-conditioning',
    serviceKind: 'air-conditioning',
    months: 24,
    fits: onFourWheels,
  },
  { id: 'battery', serviceKind: 'battery', months: 12, fits: always },
  { id: 'wipers', serviceKind: 'wipers', months: 12, fits: onFourWheels },
  { id: 'insurance', months: 12, anchor: 'schedule', fits: always },
  { id: 'tax', months: 12, anchor: 'schedule', fits: always },
];

/**
 * The services that a vehicle of that kind and energy needs, most often first, in the vehicle's unit. What is no car, such as a
 * tractor or a boat, also gets intervals by its hours meter: whichever comes first.
 * @param today YYYY-MM-DD in the vehicle's zone: what a fixed schedule begins from unless a person says otherwise
 */
export function reminderTemplates(vehicle: TemplateVehicle, today: string): ReminderTemplate[] {
  const traits = traitsOf(vehicle);
  return templates
    .filter(({ fits }) => fits(traits))
    .map(({ id, serviceKind, anchor = 'completion', months, km, mi, hours }): ReminderTemplate => {
      const value = vehicle.distanceUnit === 'km' ? km : mi;
      return {
        id,
        ...(serviceKind && { serviceKind }),
        anchor,
        every: {
          ...(months && { months }),
          ...(value && { distance: { value, unit: vehicle.distanceUnit } }),
          ...(hours && traits.hours && { hours }),
        },
        ...(anchor === 'schedule' && months && { dueDate: monthsAfter(today, months) }),
      };
    });
}

/** A vehicle that says nothing of its energy is taken for one that burns petrol. */
function traitsOf({ kind, energies }: TemplateVehicle): Traits {
  const burnt =
    energies.length === 0
      ? ['petrol']
      : energies.filter((energy) => !['electricity', 'hydrogen'].includes(energy));
  return {
    motorcycle: kind === 'motorcycle',
    combustion: burnt.length > 0,
    spark: burnt.some((energy) => energy !== 'diesel'),
    diesel: burnt.includes('diesel'),
    hours: kind === 'other',
  };
}
