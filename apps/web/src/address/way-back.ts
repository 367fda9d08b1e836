/** The parameter by which the address of a page that comes first, such as the sign-in, names the one that was asked for. */
const parameter = 'next';

/** Of an origin that nobody can reach: a page's own address, and no other, stays on it. */
const here = 'http://here.invalid';

/** The page of this app that an address names as the one that was asked for. Nobody is led anywhere else by it. */
export function askedFor(named: string | readonly string[] | undefined): string | undefined {
  if (typeof named !== 'string' || !named.startsWith('/') || !URL.canParse(named, here)) return undefined;
  const { origin, pathname, search } = new URL(named, here);
  return origin === here && !/^\/(\/|api\/)/.test(pathname) ? pathname + search : undefined;
}

/** The address of a page that comes first and leads back to the one that was asked for. */
export function thenTo(first: string, page: string | undefined): string {
  return page === undefined || page === '/' ? first : `${first}?${parameter}=${encodeURIComponent(page)}`;
}

/** What follows a page that comes first; what an address says behind `#` never reaches the server, and stays with the window. */
export function goOn(page: string | undefined): void {
  window.location.assign((page ?? '/') + window.location.hash);
}
