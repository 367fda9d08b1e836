import 'server-only';
import { cache } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Me } from '@/api/schema.gen';
import { serverApi, sessionApi } from './server-session';

/** Whoever is signed in, asked once a request. Null for nobody, and while the API is away: for what every page shows. */
export const viewerOrNobody = cache(async (): Promise<Me | null> => {
  try {
    const api = await sessionApi();
    return api && (await answer(api.GET('/api/v1/me')));
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
});

/** Whoever is signed in, or a redirect to the sign-in page: for the pages behind it. */
export async function viewer(): Promise<Me> {
  return (await viewerOrNobody()) ?? answer((await serverApi()).GET('/api/v1/me'));
}
