import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { unreachable } from '@/api/api-problem';
import { thenTo } from '@/address/way-back';
import { createApi, type Api } from '@/api/client';
import { config } from '@/config';
import { askedPage } from './asked-page';
import { ownTenants } from './own-tenants';
import { tenantCookie } from './tenant-here';
import { fetchFromApi } from './fetch-from-api';
import { lastWriteCookie, positionIn } from './last-write';
import { forgetToken, tokenFor } from './token-cache';

/** The session's JWT, or null when nobody is signed in. */
const sessionToken = cache(async (): Promise<string | null> => {
  const session = await sessionCookie();
  if (!session) return null;
  const jar = await cookies();
  return tokenFor(session, () => exchange(jar.toString()));
});

async function sessionCookie(): Promise<string | undefined> {
  return (await cookies()).getAll().find(({ name }) => name.endsWith('session_token'))?.value;
}

async function exchange(cookie: string): Promise<string | null> {
  const response = await fetch(`${config.apiUrl}/api/auth/token`, {
    headers: { cookie, origin: config.publicUrl },
    cache: 'no-store',
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) return null;
  return ((await response.json()) as { token: string }).token;
}

/** Of the API as this process reaches it. */
const inside = { origin: config.apiUrl, fetch: (request: Request) => fetchFromApi(request) };

/** For server components of pages that need nobody signed in. */
export const publicApi = createApi({ origin: config.apiUrl });

export async function isSignedIn(): Promise<boolean> {
  return (await sessionToken()) !== null;
}

/** The tenant that this browser has chosen, while the person belongs to it. */
const chosenTenant = cache(async (token: string): Promise<string | undefined> => {
  const chosen = (await cookies()).get(tenantCookie)?.value;
  if (!chosen) return undefined;
  const own = createApi({ ...inside, token: () => Promise.resolve(token) });
  return (await ownTenants(own)).find(({ id }) => id === chosen)?.id;
});

/** Requests as the signed-in person; null when nobody is. A session that has ended elsewhere is refused by the API. */
export const sessionApi = cache(async (): Promise<Api | null> => {
  const token = await sessionToken();
  return token === null ? null : apiBy(token);
});

/** The page that comes first for whoever is not signed in, and leads back to the one that was asked for. */
const signInFirst = async (): Promise<string> => thenTo('/sign-in', await askedPage());

/** For server components: requests as the signed-in person, or a redirect to the sign-in page. */
export const serverApi = cache(async (): Promise<Api> => {
  const token = await sessionToken();
  const signIn = await signInFirst();
  if (token === null) redirect(signIn);
  const session = (await sessionCookie()) ?? '';
  return apiBy(token, () => {
    forgetToken(session);
    redirect(signIn);
  });
});

/** The same in one of the person's tenants, whichever this browser has chosen. */
export async function apiIn(tenantId: string): Promise<Api> {
  const token = await sessionToken();
  if (token === null) redirect(await signInFirst());
  return createApi({
    ...inside,
    token: () => Promise.resolve(token),
    tenant: () => tenantId,
  });
}

/** A file of one of the person's tenants, as its bytes arrive; undefined where nobody is signed in. */
export async function fileIn(tenantId: string, fileId: string): Promise<Response | undefined> {
  const token = await sessionToken();
  if (token === null) return undefined;
  const api = createApi({
    origin: config.apiUrl,
    token: () => Promise.resolve(token),
    tenant: () => tenantId,
  });
  const { response, data } = await api.GET('/api/v1/files/{fileId}', {
    params: { path: { fileId } },
    parseAs: 'stream',
  });
  return new Response(data as ReadableStream | undefined, response);
}

/** Of one request, whether something that was read for it does not have the last write yet. */
const reading = cache(() => ({ isBehind: false }));

/** Whether what was read so far for this request does not have this browser's last write yet. */
export const isBehind = (): boolean => reading().isBehind;

async function apiBy(token: string, onSignedOut?: () => void): Promise<Api> {
  const tenant = await chosenTenant(token);
  const position = positionIn((await cookies()).get(lastWriteCookie)?.value);
  const thisReading = reading();
  return createApi({
    ...inside,
    token: () => Promise.resolve(token),
    tenant: () => tenant,
    minPosition: () => position,
    onBehind: () => {
      thisReading.isBehind = true;
    },
    ...(onSignedOut && { onSignedOut }),
  });
}
