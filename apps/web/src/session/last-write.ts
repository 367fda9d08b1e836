import { forgetCookie, keepCookie, keptCookie } from '@/cookies/browser-cookie';
import { chosenTenant } from './chosen-tenant';

/** A cookie that carries the position of the last write from the browser to server components: reads after a write see it. */
export const lastWriteCookie = 'odolog-position';

const rememberedSeconds = 60;

/** Tells the window that there is something new to read. */
export const writtenEvent = 'odolog-written';

/** By the tenant, which another window may change: each has positions of its own. */
const rememberedHere = new Map<string | undefined, number>();

/** Up to where this window knows of writes, its own or another's: the cookie, which all windows have, does not say that. */
export const toldHere = (): number => rememberedHere.get(chosenTenant()) ?? 0;

export function rememberWrite(position: number): void {
  rememberedHere.set(chosenTenant(), Math.max(position, toldHere()));
  keepCookie(lastWriteCookie, Math.max(position, lastWritePosition() ?? 0), rememberedSeconds);
  window.dispatchEvent(new Event(writtenEvent));
}

export function forgetWrites(): void {
  rememberedHere.clear();
  forgetCookie(lastWriteCookie);
}

export function positionIn(cookieValue: string | undefined): number | undefined {
  const position = Number(cookieValue);
  return Number.isSafeInteger(position) && position > 0 ? position : undefined;
}

/** Of any window of this browser. */
export function lastWritePosition(): number | undefined {
  return positionIn(keptCookie(lastWriteCookie));
}
