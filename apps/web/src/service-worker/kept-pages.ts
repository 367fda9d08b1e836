import { currentKeptCache, keptCacheName, type Owner } from '../offline/kept-cache';

/** What is worth having at the pump: garage, reminders, timelines and overviews. */
const keptPaths = [/^\/$/, /^\/reminders$/, /^\/vehicles\/[0-9a-f-]{36}(\/overview|\/reminders)?$/];
const timelinePath = /^\/vehicles\/[0-9a-f-]{36}$/;
const mostPages = 30;
/** A connection that says nothing for so long is treated as none, where a page is kept. */
const patienceMs = 4_000;

const isKept = (path: string) => keptPaths.some((kept) => kept.test(path));

/** A page from the network, else as it was kept, else the one that says that there is no connection. */
export async function pageFor(event: FetchEvent): Promise<Response> {
  const { pathname, search } = new URL(event.request.url);
  const asked = fromNetwork(event);
  if (search === '' && isKept(pathname)) {
    event.waitUntil(asked.then((response) => keepIfWhole(pathname, response.clone())).catch(() => undefined));
  }
  const answered = await Promise.race([asked, pause(patienceMs)]).catch(() => undefined);
  if (answered && answered.status < 500) return answered;
  const kept = await keptPage(pathname, search);
  if (kept) return kept;
  return asked.catch(() => Response.redirect(`/offline#${pathname}${search}`));
}

/** Reads a page for later, as its owner sees it. */
export async function keepPage(path: string, owner: Owner): Promise<void> {
  if (!isKept(path)) return;
  const name = keptCacheName(owner);
  await caches.open(name);
  const response = await fetch(path, { headers: { accept: 'text/html' } });
  // Whoever signed out meanwhile wants nothing kept.
  if (await caches.has(name)) await keepIfWhole(path, response);
}

/** Reads everything that is kept again: what an older version of the app drew belongs to its scripts. */
export async function renewKeptPages(): Promise<void> {
  const name = await currentKeptCache();
  if (name === undefined) return;
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    const renewed = await fetch(request.url, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (renewed?.ok && !renewed.redirected) await cache.put(request.url, renewed);
    else await cache.delete(request);
  }
}

async function fromNetwork(event: FetchEvent): Promise<Response> {
  const preloaded = (await event.preloadResponse) as Response | undefined;
  return preloaded ?? fetch(event.request);
}

async function keepIfWhole(path: string, response: Response): Promise<void> {
  const name = await currentKeptCache();
  if (name === undefined || response.status !== 200 || response.redirected) return;
  const cache = await caches.open(name);
  await cache.put(path, response);
  const oldest = (await cache.keys()).slice(0, -mostPages);
  await Promise.all(oldest.map((request) => cache.delete(request)));
}

async function keptPage(path: string, search: string): Promise<Response | undefined> {
  const name = await currentKeptCache();
  if (name === undefined) return undefined;
  const cache = await caches.open(name);
  if (path === '/timeline') return latestTimeline(await cache.keys());
  const page = await cache.match(path);
  // A page must have the address that it was drawn for; of its filters nothing is kept.
  return page && search !== '' ? Response.redirect(path) : page;
}

function latestTimeline(pages: readonly Request[]): Response | undefined {
  const paths = pages.map(({ url }) => new URL(url).pathname);
  const latest = paths.findLast((path) => timelinePath.test(path));
  return latest === undefined ? undefined : Response.redirect(latest);
}

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));
