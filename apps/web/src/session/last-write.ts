import { forgetCookie, keepCookie, keptCookie } from '@/cookies/browser-cookie';
import { isChosenHere, tenantHere } from './tenant-here';

/** A cookie that carries the position of the last write from the browser to server components: reads after a write see it. */
export const lastWriteCookie = 'odolog-position';

const rememberedSeconds = 60;

/** Tells the window that there is something new to read. */
export const writtenEvent = 'odolog-written';

/** By the tenant, which may be changed: each has positions of its own. */
const rememberedHere = new Map<string | undefined, number>();

/** Up to where this window knows of writes, its own or another's: the cookie, which all windows have, does not say that. */
export const toldHere = (): number => rememberedHere.get(tenantHere()) ?? 0;

export function rememberWrite(position: number): void {
  rememberedHere.set(tenantHere(), Math.max(position, toldHere()));
  if (isChosenHere()) keepPosition(Math.max(position, lastWritePosition() ?? 0));
  window.dispatchEvent(new Event(writtenEvent));
}

const keepPosition = (position: number) => keepCookie(lastWriteCookie, position, rememberedSeconds);

/** The browser asks for the tenant of this window again: its cookie told of writes in another one. */
export function recallWrites(): void {
  if (toldHere() > 0) keepPosition(toldHere());
  else forgetCookie(lastWriteCookie);
}

export function forgetWrites(): void {
  rememberedHere.clear();
  forgetCookie(lastWriteCookie);
}

export function positionIn(cookieValue: string | undefined): number | undefined {
  const position = Number(cookieValue);
  return Number.isSafeInteger(position) && position > 0 ? position : undefined;
}

/** Of any window of this browser that works where this one does. */
export function lastWritePosition(): number | undefined {
  return isChosenHere() ? positionIn(keptCookie(lastWriteCookie)) : undefined;
}
