import type { Vehicle } from '@/api/schema.gen';
import type { TakenAway } from '@/charts/chart-export';
import { may } from '@/format/may';

/** Which chart is offered to be taken away, and to whom the API allows it. */
export function takenAway(vehicle: Vehicle, chart: TakenAway['chart']): TakenAway | undefined {
  return may(vehicle, 'export.run') ? { vehicleId: vehicle.id, chart } : undefined;
}
