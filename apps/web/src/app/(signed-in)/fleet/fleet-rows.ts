import type { EventEconomy, TimelineItem, Vehicle } from '@/api/schema.gen';
import { dayNumber } from '@/charts/days';
import { dueFrom, type Due } from '@/format/due';

/** What deserves a look: most urgent kind first. */
export type Anomaly =
  | { readonly kind: 'economy'; readonly percent: number; readonly energy: string }
  | { readonly kind: 'silent'; readonly days: number };

/** A vehicle as the fleet's table shows it. */
export interface FleetRow {
  readonly id: string;
  readonly nickname: string;
  readonly plate: string | null;
  readonly kind: string;
  readonly garageId: string | null;
  readonly odometerM: number | null;
  /** The last count beside the vehicle's own usual. */
  readonly economy: EventEconomy | null;
  readonly energy: string | null;
  readonly currency: string;
  readonly monthMinor: number;
  readonly yearMinor: number;
  readonly perKmMinor: number | null;
  readonly due: Due | null;
  readonly dueTitle: string | null;
  readonly anomalies: readonly Anomaly[];
  readonly lastDate: string | null;
}

type RecentFill = Pick<TimelineItem, 'vehicleId' | 'date' | 'data' | 'derived'>;

/** So much above its usual is more than weather and traffic explain. */
const oddPercent = 20;
/** A vehicle on the road is refuelled within this time. */
const silentDays = 14;

/** @param fills newest first, of all vehicles */
export function fleetRows(
  vehicles: readonly Vehicle[],
  fills: readonly RecentFill[],
  today: string,
): FleetRow[] {
  const latest = new Map<string, RecentFill>();
  for (const fill of fills) {
    if (hasFigure(fill) && !latest.has(fill.vehicleId)) latest.set(fill.vehicleId, fill);
  }
  return vehicles.map((vehicle) => rowOf(vehicle, latest.get(vehicle.id), today));
}

const hasFigure = ({ derived }: RecentFill) => derived.economy?.segmentStatus === 'closed';

function rowOf(vehicle: Vehicle, fill: RecentFill | undefined, today: string): FleetRow {
  const { id, nickname, licensePlate, kind, garageId, currency, summary } = vehicle;
  const cost = summary?.cost.find((each) => each.currency === currency);
  const odometerM = summary?.odometer?.odometerM ?? null;
  const energy = typeof fill?.data.energy === 'string' ? fill.data.energy : null;
  const lastDate = summary?.lastEvent?.date ?? null;
  const percent = fill?.derived.economy?.comparedToAveragePercent ?? 0;
  const days = lastDate === null ? 0 : dayNumber(today) - dayNumber(lastDate);
  return {
    id,
    nickname,
    plate: licensePlate,
    kind,
    garageId,
    odometerM,
    economy: fill?.derived.economy ?? null,
    energy,
    currency,
    monthMinor: cost?.thisMonthMinor ?? 0,
    yearMinor: cost?.last12MonthsMinor ?? 0,
    perKmMinor: cost?.perKmMinor ?? null,
    due: summary?.nextDue ? dueFrom(summary.nextDue, { today, odometerM }) : null,
    dueTitle: summary?.nextDue?.title ?? null,
    anomalies: [
      ...(percent > oddPercent && energy ? [{ kind: 'economy' as const, percent, energy }] : []),
      ...(days > silentDays ? [{ kind: 'silent' as const, days }] : []),
    ],
    lastDate,
  };
}
