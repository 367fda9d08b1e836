import { forgetKeptPages } from '@/offline/kept-cache';
import { ApiProblem, unreachable } from '@/api/api-problem';
import { thenTo } from '@/address/way-back';
import { createApi } from '@/api/client';
import { tenantHere } from './tenant-here';
import { lastWritePosition } from './last-write';
import { forgetTenant } from './tenant-choice';
import { expiryOf } from './token-cache';

/** An answer that takes longer is treated as lost. */
const longestAnswerMs = 20_000;

let kept: { token: string; expiresAt: number } | undefined;
/** Whatever begins meanwhile waits for the same one. */
let onItsWay: Promise<string> | undefined;

async function token(): Promise<string> {
  if (kept && kept.expiresAt - 30_000 > Date.now()) return kept.token;
  onItsWay ??= freshToken().finally(() => (onItsWay = undefined));
  return onItsWay;
}

async function freshToken(): Promise<string> {
  const signal = AbortSignal.timeout(longestAnswerMs);
  const response = await fetch('/api/auth/token', { cache: 'no-store', signal }).catch(() => undefined);
  if (response?.status === 401) {
    leaveToSignIn();
    throw new ApiProblem({ code: 'unauthenticated', title: 'Sign in again', status: 401 });
  }
  if (!response?.ok) throw unreachable();
  const { token: fresh } = (await response.json().catch(() => {
    throw unreachable();
  })) as { token: string };
  kept = { token: fresh, expiresAt: expiryOf(fresh) };
  return fresh;
}

/** The session goes on under another name: its token is another one. */
export function renewToken(): void {
  kept = undefined;
}

/** For the page that comes first, and leads back here. */
function leaveToSignIn(): void {
  kept = undefined;
  const { pathname, search, hash } = window.location;
  window.location.assign(thenTo('/sign-in', pathname + search) + hash);
}

/** For client components: requests as the signed-in person. */
export const browserApi = createApi({
  origin: '',
  token,
  tenant: tenantHere,
  minPosition: lastWritePosition,
  onSignedOut: leaveToSignIn,
});

/** For pages that need nobody signed in. */
export const publicApi = createApi({ origin: '' });

/** Ends the session and everything kept of it. */
export async function signOut(): Promise<void> {
  kept = undefined;
  forgetTenant();
  await forgetKeptPages();
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  window.location.assign('/sign-in');
}
