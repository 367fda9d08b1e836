import { keepCookie } from '@/cookies/browser-cookie';
import { type FleetColumn, namedIn } from './fleet-order';

/** Which columns of the fleet this browser leaves out where an address does not say. */
export const hiddenColumnsCookie = 'odolog-fleet-without';

const aYear = 60 * 60 * 24 * 365;

export function rememberHidden(columns: readonly FleetColumn[]): void {
  keepCookie(hiddenColumnsCookie, columns.join('.'), columns.length > 0 ? aYear : 0);
}

/** What the cookie says; everything is shown without one. */
export function hiddenIn(cookie: string | undefined): readonly FleetColumn[] {
  return namedIn(cookie ?? '');
}
