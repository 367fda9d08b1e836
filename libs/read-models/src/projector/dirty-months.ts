/** A month of a vehicle, by its first day. */
export interface VehicleMonthKey {
  readonly vehicleId: string;
  readonly month: string;
}

/**
 * What is summed anew: these months of these vehicles. A few pairs that nothing touched are among them; their sums come out
 * as they were.
 */
export interface DirtyMonths {
  readonly vehicleIds: readonly string[];
  readonly months: readonly string[];
}

/** The first day of a date's month. */
export function monthOf(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

export function dirtyMonths(keys: readonly VehicleMonthKey[]): DirtyMonths {
  return {
    vehicleIds: [...new Set(keys.map(({ vehicleId }) => vehicleId))],
    months: [...new Set(keys.map(({ month }) => month))],
  };
}
