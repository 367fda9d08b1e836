/**
 * Keeps something in this browser that the server reads too, everywhere on this origin; where pages come by https, it never travels
 * without it.
 *
 * @param seconds how long; 0 forgets it
 */
export function keepCookie(name: string, value: string | number, seconds: number): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${seconds}; samesite=lax${secure}`;
}

export function forgetCookie(name: string): void {
  keepCookie(name, '', 0);
}

/** What is kept under the name; undefined where nothing is. */
export function keptCookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || undefined;
}
