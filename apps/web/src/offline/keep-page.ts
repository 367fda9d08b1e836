import { forgetKeptPages, keptCacheName, type Owner, type Wish } from './kept-cache';

/** The page that this document was loaded for: the service worker has kept it on its way, if it was there. */
const loadedPath = globalThis.location?.pathname;
let registering: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** Has the service worker keep a page, and makes sure that nobody else's are kept. Without https there is none. */
export async function keepPage(path: string, owner: Owner): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await forgetKeptPages(owner);
  registering ??= register();
  const active = (await registering)?.active;
  if (!active) return;
  const cache = await caches.open(keptCacheName(owner));
  const wasKept = path === loadedPath && (await cache.match(path)) !== undefined;
  if (!wasKept) active.postMessage({ wish: 'keep', path, owner } satisfies Wish);
}

/** Undefined where the browser wants no service worker: in a private window, or when it is told so. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker
    .register('/service-worker.js')
    .catch((): undefined => undefined);
  // This page has just been loaded, nothing in it is half done: a newer version may begin.
  registration?.waiting?.postMessage({ wish: 'take-over' } satisfies Wish);
  return registration && navigator.serviceWorker.ready;
}
