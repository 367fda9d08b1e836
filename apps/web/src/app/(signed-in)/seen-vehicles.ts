import { cache } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { serverApi } from '@/session/server-session';

/** The vehicles that the person may see, once a request; none for a maintainer, who sees no user data. */
export const seenVehicles = cache(async (): Promise<Vehicle[]> => {
  const api = await serverApi();
  try {
    return (await answer(api.GET('/api/v1/vehicles', { params: { query: { limit: 200 } } }))).items;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'forbidden') return [];
    throw error;
  }
});
