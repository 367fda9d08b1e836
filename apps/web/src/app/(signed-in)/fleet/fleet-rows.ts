import { minorUnits } from '@odolog/units';
import type { EnergyEconomy, FleetLine, Money, Vehicle } from '@/api/schema.gen';
import { dayNumber } from '@/charts/days';
import { may } from '@/format/may';
import { dueToday, type Due } from '@/format/due';

/** What deserves a look: most urgent kind first. */
export type Anomaly =
  | { readonly kind: 'economy'; readonly percent: number; readonly energy: string }
  | { readonly kind: 'silent'; readonly days: number };

/** What was paid in one currency, which is never added to another. */
export interface Spent {
  readonly currency: string;
  readonly monthMinor: number;
  readonly yearMinor: number;
}

/** A vehicle as the fleet's table shows it. */
export interface FleetRow {
  readonly id: string;
  readonly nickname: string;
  readonly plate: string | null;
  readonly kind: string;
  readonly garageId: string | null;
  readonly drivers: string;
  readonly odometerM: number | null;
  readonly distanceThisMonthM: number;
  /** Of the last three months, beside the vehicle's own usual; of each energy that was used, the last one first. */
  readonly economies: readonly EnergyEconomy[];
  /** In the vehicle's own currency, then in whatever else was paid in this month or in twelve. */
  readonly spent: readonly [Spent, ...Spent[]];
  readonly perKm: Money | null;
  readonly due: Due | null;
  readonly dueTitle: string | null;
  readonly anomalies: readonly Anomaly[];
  readonly lastDate: string | null;
  /** Whether its line may be taken away in a file. */
  readonly isExportable: boolean;
}

/** So much above its usual is more than weather and traffic explain. */
const oddPercent = 20;
/** A vehicle on the road is refuelled within this time. */
const silentDays = 14;

export function fleetRows(
  vehicles: readonly Vehicle[],
  lines: readonly FleetLine[],
  today: string,
): FleetRow[] {
  const byVehicle = new Map(lines.map((line) => [line.vehicleId, line]));
  return vehicles.map((vehicle) => rowOf(vehicle, byVehicle.get(vehicle.id), today));
}

function rowOf(vehicle: Vehicle, line: FleetLine | undefined, today: string): FleetRow {
  const { id, nickname, licensePlate, kind, garageId, currency, summary } = vehicle;
  const cost = summary?.cost.find((each) => each.currency === currency);
  const odometerM = summary?.odometer?.odometerM ?? null;
  const lastDate = summary?.lastEvent?.date ?? null;
  const { economies = [], distanceThisMonthM = 0, drivers = [] } = line ?? {};
  const days = lastDate === null ? 0 : dayNumber(today) - dayNumber(lastDate);
  return {
    id,
    nickname,
    plate: licensePlate,
    kind,
    garageId,
    drivers: drivers.flatMap(({ name }) => name ?? []).join(', '),
    odometerM,
    distanceThisMonthM,
    economies,
    spent: spentOf(vehicle),
    perKm: cost?.perKm ?? null,
    due: summary?.nextDue ? dueToday(summary.nextDue, { today, odometerM }) : null,
    dueTitle: summary?.nextDue?.title ?? null,
    anomalies: [
      ...economies
        .map(({ energy, comparedToAveragePercent: percent = 0 }) => ({
          kind: 'economy' as const,
          percent,
          energy,
        }))
        .filter(({ percent }) => percent > oddPercent),
      ...(days > silentDays ? [{ kind: 'silent' as const, days }] : []),
    ],
    lastDate,
    isExportable: may(vehicle, 'export.run'),
  };
}

/** One under the other; nothing is said of a currency that was not paid in, but where there is no other. */
export function spentThisMonth({ spent }: FleetRow): readonly Spent[] {
  const paid = spent.filter(({ monthMinor }) => monthMinor !== 0);
  return paid.length > 0 ? paid : spent.slice(0, 1);
}

function spentOf({ currency: own, summary }: Vehicle): FleetRow['spent'] {
  const spent = (summary?.cost ?? []).map(({ currency, thisMonth, last12Months }) => ({
    currency,
    monthMinor: minorUnits(thisMonth),
    yearMinor: minorUnits(last12Months),
  }));
  return [
    spent.find(({ currency }) => currency === own) ?? { currency: own, monthMinor: 0, yearMinor: 0 },
    ...spent.filter((each) => each.currency !== own && (each.monthMinor !== 0 || each.yearMinor !== 0)),
  ];
}
