import { forgetCookie, keepCookie, keptCookie } from '@/cookies/browser-cookie';

/** A cookie that carries the position of the last write from the browser to server components: reads after a write see it. */
export const lastWriteCookie = 'odolog-position';

const rememberedSeconds = 60;

/** Tells the window that there is something new to read. */
export const writtenEvent = 'odolog-written';

export function rememberWrite(position: number): void {
  keepCookie(lastWriteCookie, position, rememberedSeconds);
  window.dispatchEvent(new Event(writtenEvent));
}

export function forgetWrites(): void {
  forgetCookie(lastWriteCookie);
}

export function positionIn(cookieValue: string | undefined): number | undefined {
  const position = Number(cookieValue);
  return Number.isSafeInteger(position) && position > 0 ? position : undefined;
}

/** In the browser. */
export function lastWritePosition(): number | undefined {
  return positionIn(keptCookie(lastWriteCookie));
}
