import type { Money, Volume } from '@odolog/units';
import type { TimelineItem } from '@/api/schema.gen';
import type { LoggableVehicle } from './loggable-vehicle';

const offeredStations = 3;

/** What a vehicle's driver usually does at the pump. */
export interface Habit {
  /** Fills in a new fuel-up. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly lastPrice: Money | null;
  /** What a full tank usually takes, in the vehicle's unit: the middle of the latest full fills. */
  readonly usualVolume: number | null;
  /** Where it was filled lately, each once, the latest first. */
  readonly stations: readonly string[];
  readonly energies: readonly string[];
}

/** Habit as the latest fills show it. A price is habit only in the vehicle's own currency and unit. */
export function habitOf(fills: readonly Pick<TimelineItem, 'data'>[], vehicle: LoggableVehicle): Habit {
  const last = fills[0]?.data;
  const lastPrice = last?.unitPrice as Money | undefined;
  const sameUnits =
    lastPrice?.currency === vehicle.currency &&
    (last?.volume as { unit?: string } | undefined)?.unit === vehicle.volumeUnit;
  const stations = fills.flatMap(({ data }) => (data.station as { name?: string } | undefined)?.name ?? []);
  const fuels = vehicle.energies.filter((energy) => energy !== 'electricity');
  const energy = last?.energy ?? fuels[0] ?? 'petrol';
  const usualVolume = usualVolumeOf(fills, { unit: vehicle.volumeUnit, energy });
  return {
    data: {
      fill: 'full',
      energy,
      ...(usualVolume !== null && { volume: { value: usualVolume, unit: vehicle.volumeUnit } }),
      ...(sameUnits && { unitPrice: lastPrice }),
      ...(stations[0] && { station: { name: stations[0] } }),
    },
    lastPrice: sameUnits ? lastPrice : null,
    usualVolume,
    stations: [...new Set(stations)].slice(0, offeredStations),
    energies: [...new Set([...fuels, String(energy)])],
  };
}

/** One full fill is no habit yet. */
const fewestFills = 3;
const latestFills = 9;

interface Pumped {
  readonly volume?: Volume;
  readonly energy?: unknown;
  readonly fill?: unknown;
}

function usualVolumeOf(
  fills: readonly Pick<TimelineItem, 'data'>[],
  { unit, energy }: { unit: string; energy: unknown },
): number | null {
  const volumes = fills
    .map(({ data }) => data as Pumped)
    .filter(({ volume, fill, energy: of }) => fill === 'full' && of === energy && volume?.unit === unit)
    .map(({ volume }) => volume!.value)
    .slice(0, latestFills)
    .toSorted((a, b) => a - b);
  return volumes.length < fewestFills ? null : volumes[Math.floor(volumes.length / 2)]!;
}
