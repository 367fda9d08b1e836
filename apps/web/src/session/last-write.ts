/** A cookie that carries the position of the last write from the browser to server components: reads after a write see it. */
export const lastWriteCookie = 'odolog-position';

const rememberedSeconds = 60;

/** Tells the window that there is something new to read. */
export const writtenEvent = 'odolog-written';

export function rememberWrite(position: number): void {
  document.cookie = `${lastWriteCookie}=${position}; path=/; max-age=${rememberedSeconds}; samesite=lax`;
  window.dispatchEvent(new Event(writtenEvent));
}

export function forgetWrites(): void {
  document.cookie = `${lastWriteCookie}=; path=/; max-age=0; samesite=lax`;
}

export function positionIn(cookieValue: string | undefined): number | undefined {
  const position = Number(cookieValue);
  return Number.isSafeInteger(position) && position > 0 ? position : undefined;
}

/** In the browser. */
export function lastWritePosition(): number | undefined {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${lastWriteCookie}=`));
  return positionIn(pair?.split('=')[1]);
}
