import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { fillsCacheName, type Owner } from '@/offline/kept-cache';
import { browserApi } from '@/session/browser-session';

/** Enough for the last twelve counts, also for somebody who fills partially. */
const recentFills = 60;
/** At the pump nobody waits: what is known from before will do after this long. */
const patienceMs = 250;

/** The latest fills, newest first, from the server or, where it is slow or out of reach, as they were known last. */
export async function recentFillsOf(vehicleId: string, owner: Owner): Promise<readonly TimelineItem[]> {
  const asked = keepFills(vehicleId, owner).catch(() => undefined);
  const known = await keptFills(vehicleId, owner);
  if (!known) return (await asked) ?? [];
  return (await Promise.race([asked, pause(patienceMs)])) ?? known;
}

/** Asks for the latest fills, and keeps them for when there is no connection. */
export async function keepFills(vehicleId: string, owner: Owner): Promise<readonly TimelineItem[]> {
  const params = { path: { vehicleId }, query: { type: ['fuel'], limit: recentFills } };
  const { items } = await answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/timeline', { params }));
  const cache = await fillsCache(owner);
  await cache?.put(addressOf(vehicleId), Response.json(items)).catch(() => undefined);
  return items;
}

async function keptFills(vehicleId: string, owner: Owner): Promise<readonly TimelineItem[] | undefined> {
  const kept = await (await fillsCache(owner))?.match(addressOf(vehicleId));
  return kept && ((await kept.json()) as TimelineItem[]);
}

async function fillsCache(owner: Owner): Promise<Cache | undefined> {
  return 'caches' in globalThis ? caches.open(fillsCacheName(owner)) : undefined;
}

const addressOf = (vehicleId: string) => `/fills/${vehicleId}`;
const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));
