import { forgetCookie, keepCookie, keptCookie } from '@/cookies/browser-cookie';

/** A cookie that carries the position of the last write from the browser to server components: reads after a write see it. */
export const lastWriteCookie = 'odolog-position';

const rememberedSeconds = 60;

/** Tells the window that there is something new to read. */
export const writtenEvent = 'odolog-written';

let rememberedHere = 0;

/** Up to where this window knows of writes, its own or another's: the cookie, which all windows have, does not say that. */
export const toldHere = (): number => rememberedHere;

export function rememberWrite(position: number): void {
  rememberedHere = Math.max(position, rememberedHere);
  keepCookie(lastWriteCookie, Math.max(position, lastWritePosition() ?? 0), rememberedSeconds);
  window.dispatchEvent(new Event(writtenEvent));
}

export function forgetWrites(): void {
  rememberedHere = 0;
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
