import 'server-only';
import { cache } from 'react';
import { answer } from '@/api/client';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { glance } from './glance';

/** How many notifications the person has not seen, asked once a request. */
export const unreadCount = cache(async (): Promise<number> => {
  const api = await serverApi();
  const query = { limit: 1 };
  return (await answer(api.GET('/api/v1/notifications', { params: { query } }))).unread;
});

/** Begins to ask for what is around a page. A frame is drawn before what it frames, and would ask one after the other. */
export function preloadFrame(): void {
  for (const read of [viewer, glance, unreadCount]) void read().catch(() => undefined);
}
