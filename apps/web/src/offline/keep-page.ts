import { keepFills } from '@/quick-add/recent-fills';
import { forgetKeptPages, keptCacheName, type Owner, type Wish } from './kept-cache';

/** The page that this document was loaded for: the service worker has kept it on its way, if it was there. */
const loadedPath = globalThis.location?.pathname;
let registering: Promise<ServiceWorkerRegistration | undefined> | undefined;

/**
 * Has the service worker keep a page, and makes sure that nobody else's are kept. Without https there is none.
 *
 * @param again something was written since, so what is kept of it is old
 */
export async function keepPage(path: string, owner: Owner, again = false): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await forgetKeptPages(owner);
  registering ??= register();
  const active = (await registering)?.active;
  if (!active) return;
  const cache = await caches.open(keptCacheName(owner));
  const wasKept = !again && path === loadedPath && (await cache.match(path)) !== undefined;
  if (!wasKept) active.postMessage({ wish: 'keep', path, owner } satisfies Wish);
  const vehicleId = /^\/vehicles\/([0-9a-f-]{36})$/.exec(path)?.[1];
  // Without them the form has less to fill in, no more.
  if (vehicleId) await keepFills(vehicleId, owner).catch(() => undefined);
}

/** Undefined where the browser wants no service worker: in a private window, or when it is told so. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker
    .register('/service-worker.js')
    .catch((): undefined => undefined);
  // This page has just been loaded, nothing in it is half done: a newer version may begin.
  if (registration?.waiting) await takenOver(registration.waiting);
  return registration && navigator.serviceWorker.ready;
}

/** A newer version that says nothing for so long is not waited for any longer: it begins with the next page. */
const longestTakeOverMs = 5_000;

/**
 * Until the newer version has begun, or does not want to yet. What it follows is left alone for so long: woken while it is to end,
 * it would stay until the next page is asked for, and Chrome then waits for its answer without end.
 */
function takenOver(waiting: ServiceWorker): Promise<void> {
  return new Promise((settled) => {
    setTimeout(settled, longestTakeOverMs);
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => settled());
    port1.start();
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated' || waiting.state === 'redundant') settled();
    });
    waiting.postMessage({ wish: 'take-over' } satisfies Wish, [port2]);
  });
}
