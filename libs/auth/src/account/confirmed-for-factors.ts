import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';

const factors = ['/two-factor/enable', '/passkey/generate-register-options', '/passkey/verify-registration'];

/**
 * A second factor or a passkey is for an account whose address is confirmed: that of another one goes to whoever reads the
 * mailbox, and would protect nothing there.
 */
export const confirmedForFactors = {
  id: 'odolog-confirmed-for-factors',
  hooks: {
    before: [
      {
        matcher: ({ path }) => path !== undefined && factors.includes(path),
        handler: createAuthMiddleware(async (context) => {
          const session = await getSessionFromCtx(context);
          if (!session) throw new APIError('UNAUTHORIZED');
          const { email, emailVerified } = session.user;
          // made up for somebody whose provider told none: no mailbox takes that account
          const hasMailbox = !email.endsWith('.invalid');
          if (hasMailbox && !emailVerified) throw new APIError('FORBIDDEN', { code: 'EMAIL_NOT_VERIFIED' });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
