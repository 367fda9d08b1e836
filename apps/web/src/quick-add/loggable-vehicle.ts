import type { EnergyAverage, Vehicle, VehicleSummary } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';

type Told = 'id' | 'nickname' | 'make' | 'model' | 'year' | 'trim' | 'kind';
type Measured = 'timeZone' | 'currency' | 'distanceUnit' | 'volumeUnit' | 'energies';

/** What the entry form and the jump list know of a vehicle. Every page carries it of the whole fleet: it is kept small. */
export type LoggableVehicle = Pick<Vehicle, Told | Measured> & {
  /** It was sold, handed over or laid up: offered only on its own pages. */
  readonly former?: true;
  readonly summary?: Pick<VehicleSummary, 'odometer' | 'nextDue'> & {
    readonly economy: readonly Pick<EnergyAverage, 'energy' | 'lPer100Km'>[];
  };
};

export function loggableVehicle(vehicle: Vehicle): LoggableVehicle {
  const { id, nickname, make, model, year, trim, kind, summary } = vehicle;
  const { timeZone, currency, distanceUnit, volumeUnit, energies } = vehicle;
  return {
    ...{ id, nickname, make, model, year, trim, kind },
    ...{ timeZone, currency, distanceUnit, volumeUnit, energies },
    ...(departureOf(vehicle) && { former: true }),
    ...(summary && { summary: told(summary) }),
  };
}

function told({ odometer, nextDue, economy }: VehicleSummary) {
  return {
    odometer,
    nextDue,
    economy: economy.map(({ energy, lPer100Km }) => ({
      energy,
      ...(lPer100Km !== undefined && { lPer100Km }),
    })),
  };
}
