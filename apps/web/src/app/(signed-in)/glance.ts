import { cache } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Glance } from '@/api/schema.gen';
import { serverApi } from '@/session/server-session';

/** As many as every page carries: a household's, and of a fleet those written to last. */
const limit = 24;

const nothing: Glance = { items: [], counts: { present: 0, former: 0, unread: 0 } };

/** The vehicles that the person may see, as lists name them, once a request; none for a maintainer, who sees no user data. */
export const glance = cache(async (): Promise<Glance> => {
  const api = await serverApi();
  try {
    return await answer(api.GET('/api/v1/fleet/glance', { params: { query: { limit } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'forbidden') return nothing;
    throw error;
  }
});
