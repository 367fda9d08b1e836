import type { createAuthMiddleware } from '@better-auth/core/api';
import { getSessionFromCtx } from 'better-auth/api';

export type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** The person whose code is verified: who is signed in, or of whom the first factor is proven. */
export async function whoseCode(context: HookContext): Promise<string | undefined> {
  const session = await getSessionFromCtx(context);
  if (session) return session.user.id;
  const { internalAdapter, secret, createAuthCookie } = context.context;
  const firstStep = await context.getSignedCookie(createAuthCookie('two_factor').name, secret);
  return firstStep ? (await internalAdapter.findVerificationValue(firstStep))?.value : undefined;
}
