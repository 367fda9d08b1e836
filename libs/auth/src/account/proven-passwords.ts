import { createAuthMiddleware } from '@better-auth/core/api';
import type { BetterAuthPlugin } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { randomBytes } from 'node:crypto';
import type { HookContext } from './whose-code.js';

/** As long as a link that confirms an address works. */
const rememberedSeconds = 24 * 60 * 60;

const identifierOf = (secret: string): string => `proven-password:${secret}`;
const cookieOf = ({ context }: HookContext) =>
  context.createAuthCookie('proven_password', { maxAge: rememberedSeconds });

/**
 * Where nobody is signed in before the address is confirmed, a browser in which the password of an account was said, at sign-up or
 * at a sign-in that asks for the address first, is remembered: there, and nowhere else, a link to confirm it works. So whoever gets
 * such a message without having asked for it cannot vouch for an account whose password is a stranger's. The cookie opens nothing.
 */
export function rememberProven(requireVerifiedEmail: boolean) {
  return {
    id: 'odolog-proven-passwords',
    hooks: {
      after: [
        {
          matcher: ({ path }) =>
            requireVerifiedEmail && (path === '/sign-up/email' || path === '/sign-in/email'),
          handler: createAuthMiddleware(async (context) => {
            const userId = await provenNow(context);
            if (userId === undefined) return;
            const secret = randomBytes(24).toString('base64url');
            await context.context.internalAdapter.createVerificationValue({
              identifier: identifierOf(secret),
              value: userId,
              expiresAt: new Date(Date.now() + rememberedSeconds * 1_000),
            });
            const { name, attributes } = cookieOf(context);
            await context.setSignedCookie(name, secret, context.context.secret, attributes);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** Whether the password of the account with this address was said in this browser, and is the same since. */
export async function isProvenHere(context: HookContext, email: string): Promise<boolean> {
  const { internalAdapter, secret } = context.context;
  const proof = await context.getSignedCookie(cookieOf(context).name, secret);
  const kept = proof ? await internalAdapter.findVerificationValue(identifierOf(proof)) : null;
  if (!kept || kept.expiresAt < new Date()) return false;
  return (await internalAdapter.findUserById(kept.value))?.email === email;
}

/**
 * Whose password this request has shown to be right. A sign-up with an address that has an account is answered with a made-up
 * person, and with a cookie that proves nothing: it tells no more than the answer does.
 */
async function provenNow(context: HookContext): Promise<string | undefined> {
  const { returned, internalAdapter } = context.context;
  if (context.path === '/sign-up/email')
    return (returned as { user?: { id?: string } } | undefined)?.user?.id;
  if (!isAPIError(returned) || returned.body?.code !== 'EMAIL_NOT_VERIFIED') return undefined;
  const { email } = context.body as { email: string };
  return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id;
}
