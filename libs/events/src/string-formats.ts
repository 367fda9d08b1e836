import { isCurrency } from '@odolog/units';

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** The formats that our schemas name: what a regular expression alone cannot say. */
export const stringFormats = {
  date: isLocalDate,
  'date-time': isInstant,
  uuid: (text: string) => uuidPattern.test(text),
  'iso-4217': isCurrency,
  /** NUL and half characters: neither PostgreSQL's text nor its jsonb can hold them. */
  storable: (text: string) => !text.includes('\0') && text.isWellFormed(),
} as const satisfies Record<string, (text: string) => boolean>;

/** Whether this is a day of the calendar, written YYYY-MM-DD. */
export function isLocalDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  return match !== null && isLocalDate(match[1] ?? '');
}

/** The length that JSON Schema means: in code points. */
export function codePointLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; length += 1) index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  return length;
}
