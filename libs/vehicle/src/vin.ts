import { Problem } from '@odolog/problems';
import type { Warning } from './warning.js';

/** What can be said of a VIN without asking anyone. */
export interface VinVerdict {
  /** In capitals, without surrounding space. */
  readonly vin: string;
  /** Whether its alphabet and length are those of ISO 3779. */
  readonly wellFormed: boolean;
  /** Position 9 and what the weights expect there; null where the VIN is not well formed. */
  readonly checkDigit: { readonly found: string; readonly expected: string; readonly agrees: boolean } | null;
}

const wellFormed = /^[A-HJ-NPR-Z0-9]{17}$/i;
const firstStandardYear = 1981;
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const values: Readonly<Record<string, number>> = Object.fromEntries(
  ['ABCDEFGH', 'JKLMN_P_R', '_STUVWXYZ'].flatMap((row) =>
    Array.from(row, (letter, index) => [letter, index + 1]),
  ),
);

/** Looks at a VIN by ISO 3779, and at its check digit by the North American rule. */
export function inspectVin(written: string): VinVerdict {
  const vin = written.trim().toUpperCase();
  // as it was written: in capitals ß are two letters of the alphabet
  if (!wellFormed.test(written.trim())) return { vin, wellFormed: false, checkDigit: null };
  const sum = Array.from(vin).reduce(
    (total, sign, index) => total + (values[sign] ?? Number(sign)) * (weights[index] ?? 0),
    0,
  );
  const expected = sum % 11 === 10 ? 'X' : String(sum % 11);
  const found = vin.charAt(8);
  return { vin, wellFormed: true, checkDigit: { found, expected, agrees: found === expected } };
}

/**
 * Decides whether a vehicle may carry a VIN. A wrong check digit only warns: European VINs carry none.
 * @param modelYear Before 1981 makers numbered as they liked; an unknown year counts as later.
 * @throws Problem `vin-invalid`. It does not repeat the VIN, which belongs in no log.
 */
export function decideVin(written: string, modelYear?: number | null): { vin: string; warnings: Warning[] } {
  const { vin, wellFormed: standard, checkDigit } = inspectVin(written);
  if (!standard && (modelYear ?? firstStandardYear) >= firstStandardYear) {
    const detail = `Must be 17 of A to Z and 0 to 9 without I, O and Q; only vehicles from before ${firstStandardYear} have others`;
    throw new Problem('vin-invalid', { detail, errors: [{ pointer: '/vin', code: 'vin-invalid', detail }] });
  }
  if (!checkDigit || checkDigit.agrees) return { vin, warnings: [] };
  const detail = `The check digit should be ${checkDigit.expected}, not ${checkDigit.found}. European VINs have none: look at the others again`;
  return { vin, warnings: [{ code: 'vin-check-digit', detail }] };
}
