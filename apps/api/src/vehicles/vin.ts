import { decideVin, type Warning } from '@odolog/vehicle';

/**
 * The VIN as it is kept, and what is worth saying about it.
 *
 * @throws Problem `vin-invalid`
 */
export function checkedVin({ vin, year }: { vin?: string | null; year?: number | null }): {
  vin: string | null;
  warnings: Warning[];
} {
  return vin ? decideVin(vin, year) : { vin: null, warnings: [] };
}
