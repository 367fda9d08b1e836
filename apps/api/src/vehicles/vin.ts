import type { Rule } from '@odolog/problems';
import { decideVin, type Warning } from '@odolog/vehicle';

interface Numbered {
  readonly vin?: string | null;
  readonly year?: number | null;
}

/** Which VIN a vehicle may carry follows from its year: Problem `vin-invalid`. */
export const possibleVin: Rule<Numbered> = {
  reads: ['/vin', '/year'],
  check: (vehicle) => void checkedVin(vehicle),
};

/**
 * The VIN as it is kept, and what is worth saying about it.
 *
 * @throws Problem `vin-invalid`
 */
export function checkedVin({ vin, year }: Numbered): {
  vin: string | null;
  warnings: Warning[];
} {
  return vin ? decideVin(vin, year) : { vin: null, warnings: [] };
}
