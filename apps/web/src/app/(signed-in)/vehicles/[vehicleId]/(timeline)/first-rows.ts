import 'server-only';
import { headers } from 'next/headers';

/** What a usual window shows, and a little more. What a taller one lacks comes with its life. */
const ofWindow = { phone: 12, desktop: 20 } as const;

/**
 * How many rows of a timeline the server draws. It knows no window, but browsers say by `Mobi` that theirs is a phone's, and
 * what lies below that costs the phone as much as what is seen.
 */
export async function firstRows(): Promise<number> {
  const browser = (await headers()).get('user-agent') ?? '';
  return browser.includes('Mobi') ? ofWindow.phone : ofWindow.desktop;
}
