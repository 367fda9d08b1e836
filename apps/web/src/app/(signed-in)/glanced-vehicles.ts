import { cache } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { VehicleGlance } from '@/api/schema.gen';
import { serverApi } from '@/session/server-session';

/** The vehicles that the person may see, as lists name them, once a request; none for a maintainer, who sees no user data. */
export const glancedVehicles = cache(async (): Promise<VehicleGlance[]> => {
  const api = await serverApi();
  try {
    return (await answer(api.GET('/api/v1/fleet/glance'))).items;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'forbidden') return [];
    throw error;
  }
});
