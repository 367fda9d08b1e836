import { Serwist, type PrecacheEntry } from 'serwist';
import type { Wish } from '../offline/kept-cache';
import { sendInTheBackground } from './send-in-the-background';
import { keepPage, pageFor, renewKeptPages } from './kept-pages';

declare const self: ServiceWorkerGlobalScope;
/** The files of this build, written in by it. */
declare const filesOfTheBuild: PrecacheEntry[];

const serwist = new Serwist({
  precacheEntries: filesOfTheBuild,
  clientsClaim: true,
  navigationPreload: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === 'navigate' && !url.pathname.startsWith('/api/'),
      handler: ({ event }) => pageFor(event as FetchEvent),
    },
  ],
});
serwist.addEventListeners();

self.addEventListener('activate', (event) => event.waitUntil(renewKeptPages()));
// Background Sync, where there is one: the browser has a connection again, and perhaps no window of ours is open.
self.addEventListener('sync', (event) => {
  if (event.tag === 'waiting') event.waitUntil(sendInTheBackground());
});
self.addEventListener('message', (event) => event.waitUntil(grant(event.data as Wish, event.ports[0])));

async function grant(wish: Wish, asker: MessagePort | undefined): Promise<void> {
  if (wish.wish === 'keep') return keepPage(wish.path, wish.owner);
  // An open form of another window goes on with the version that it began with.
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length <= 1) await self.skipWaiting();
  else asker?.postMessage('not now');
}
