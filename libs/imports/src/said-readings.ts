import { Problem } from '@odolog/problems';

/** What a person says of a row's reading in place of the file: another number in the same unit, or that it does not count. */
export type SaidReading = number | 'void';

/** By the numbers of the rows. */
export type SaidReadings = ReadonlyMap<number, SaidReading>;

/** Beyond every odometer, in kilometres or miles. */
const most = 10_000_000;

/**
 * Reads `{"61": 75691, "66": "void"}`.
 *
 * @throws Problem `validation-failed` that points to what is wrong
 */
export function saidReadings(json: string | undefined): SaidReadings {
  if (json === undefined) return new Map();
  const said = objectIn(json);
  if (!said) throw refusal('', 'It must be a JSON object: a reading, or "void", for each number of a row');
  const wrong = Object.entries(said).find(([row, reading]) => !isRow(row) || !isReading(reading));
  if (wrong) throw refusal(`/${wrong[0]}`, 'It must be a reading above zero, or "void", of a row');
  return new Map(Object.entries(said).map(([row, reading]) => [Number(row), reading as SaidReading]));
}

/** @throws Problem `validation-failed` when something is said of a row that has no reading */
export function refuseUnread(said: SaidReadings, rowsWithReading: ReadonlySet<number>): void {
  const unread = [...said.keys()].find((row) => !rowsWithReading.has(row));
  if (unread !== undefined) throw refusal(`/${unread}`, 'The file has no row of this number with a reading');
}

function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const isRow = (row: string): boolean => /^[1-9]\d{0,6}$/.test(row);
const isReading = (reading: unknown): boolean =>
  reading === 'void' || (typeof reading === 'number' && reading > 0 && reading <= most);

function refusal(at: string, detail: string): Problem {
  return new Problem('validation-failed', {
    errors: [{ pointer: `/readings${at}`, code: 'invalid', detail }],
  });
}
