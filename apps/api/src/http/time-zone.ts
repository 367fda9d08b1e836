import { Problem } from '@odolog/problems';
import { isTimeZone } from '@odolog/vehicle';

/** @throws Problem `unknown-time-zone` for a name that the IANA database does not have */
export function refuseUnknownTimeZone(name: string | undefined, pointer: string): void {
  if (name === undefined || isTimeZone(name)) return;
  const detail = 'is not a name of the IANA time zone database';
  throw new Problem('unknown-time-zone', { errors: [{ pointer, code: 'unknown-time-zone', detail }] });
}
