import type { EnergyKind } from '@odolog/events';
import { Problem, type Fault } from '@odolog/problems';
import type { DistanceUnit, EnergyUnit, VolumeUnit } from '@odolog/units';
import type { DateOrder } from './dates.js';
import type { SaidReadings } from './said-readings.js';

/** The units that a header leaves possible. */
export interface HeaderUnits {
  readonly distance: readonly DistanceUnit[];
  readonly volume: readonly VolumeUnit[];
}

/** What the person says that the file does not. */
export interface Declared {
  readonly currency?: string | undefined;
  readonly distanceUnit?: DistanceUnit | undefined;
  readonly volumeUnit?: VolumeUnit | undefined;
  readonly energyUnit?: EnergyUnit | undefined;
  readonly timeZone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** Of rows whose readings were mistyped. */
  readonly readings?: SaidReadings | undefined;
  /** The vehicle's own ways, for what neither the file nor the person says. */
  readonly vehicle?: {
    readonly currency?: string;
    readonly distanceUnit?: DistanceUnit;
    readonly volumeUnit?: VolumeUnit;
    readonly energies?: readonly string[];
    readonly timeZone?: string;
  };
}

/** How the rows are to be read. A unit or currency is null where the file has nothing to measure in it. */
export interface Settings {
  readonly currency: string | null;
  readonly distanceUnit: DistanceUnit;
  readonly volumeUnit: VolumeUnit | null;
  /** Null where nobody has said what charges are counted in. */
  readonly energyUnit: EnergyUnit | null;
  /** Of the clock by which the file tells times. */
  readonly timeZone: string;
  readonly energy: EnergyKind;
  readonly dateOrder: DateOrder;
}

/**
 * Puts together what the header says, what was declared, and the vehicle's own ways, in this order of trust.
 * @throws Problem `import-declaration-missing`, `import-declaration-contradicted`, with every fault.
 */
export function settle(says: FileSays, declared: Declared): Settings {
  const contradictions: Fault[] = [];
  const missing: Fault[] = [];
  const own = declared.vehicle ?? {};

  function unit<Unit extends string>(
    name: 'distanceUnit' | 'volumeUnit',
    possible: readonly Unit[],
  ): Unit | null {
    const said = declared[name] as Unit | undefined;
    if (possible.length === 0) return null;
    if (said && possible.includes(said)) return said;
    if (said) {
      const detail = `The header of the file says ${possible.join(' or ')}, not ${said}`;
      contradictions.push({ pointer: `/${name}`, code: 'import-declaration-contradicted', detail });
      return null;
    }
    const usual = possible.length === 1 ? possible[0] : possible.find((each) => each === own[name]);
    if (!usual)
      missing.push(missingFault(name, `The file leaves open whether it is ${possible.join(' or ')}`));
    return usual ?? null;
  }

  const distanceUnit = unit('distanceUnit', says.units.distance);
  const volumeUnit = unit('volumeUnit', says.units.volume);
  const currency = says.hasPrices ? (declared.currency ?? own.currency ?? null) : null;
  if (says.hasPrices && !currency)
    missing.push(missingFault('currency', 'The file has prices and no currency'));
  const dateOrder =
    says.dateOrders.find((order) => order === declared.dateOrder) ??
    (says.dateOrdersAgree ? says.dateOrders[0] : undefined);
  if (!dateOrder)
    missing.push(missingFault('dateOrder', 'Every date could be read with the day or the month first'));
  if (declared.dateOrder && isSlashed(says.dateOrders) && !says.dateOrders.includes(declared.dateOrder)) {
    const detail = `The dates of the file cannot all be read as ${declared.dateOrder}`;
    contradictions.push({ pointer: '/dateOrder', code: 'import-declaration-contradicted', detail });
  }

  if (contradictions.length > 0)
    throw new Problem('import-declaration-contradicted', { errors: contradictions });
  if (missing.length > 0 || !distanceUnit || !dateOrder)
    throw new Problem('import-declaration-missing', { errors: missing });
  const { energyUnit = null, timeZone = own.timeZone ?? 'UTC' } = declared;
  const energy = energyOf(own.energies);
  return { currency, distanceUnit, volumeUnit, energyUnit, timeZone, energy, dateOrder };
}

/** What a file tells of itself. */
export interface FileSays {
  readonly units: HeaderUnits;
  readonly hasPrices: boolean;
  readonly dateOrders: readonly DateOrder[];
  /** Whether every date is the same day in each of these. */
  readonly dateOrdersAgree: boolean;
}

function missingFault(name: string, detail: string): Fault {
  return { pointer: `/${name}`, code: 'import-declaration-missing', detail };
}

/** A year in front says its order itself: a declaration about other dates is beside the point. */
function isSlashed(orders: readonly DateOrder[]): boolean {
  return !orders.includes('ymd');
}

function energyOf(energies: readonly string[] = []): EnergyKind {
  return (energies.find((energy) => energy !== 'electricity') ?? 'petrol') as EnergyKind;
}
