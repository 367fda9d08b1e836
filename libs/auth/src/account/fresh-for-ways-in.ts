import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';

/**
 * Another way in stays when the device is given back: like a passkey, a provider elsewhere is linked only by whoever has signed
 * in not long ago.
 */
export const freshForLinks = {
  id: 'odolog-fresh-for-links',
  hooks: {
    before: [
      {
        matcher: ({ path }) => path === '/link-social',
        handler: createAuthMiddleware(async (context) => {
          const session = await getSessionFromCtx(context);
          if (!session) throw new APIError('UNAUTHORIZED');
          const ageMs = Date.now() - new Date(session.session.createdAt).getTime();
          if (ageMs >= context.context.sessionConfig.freshAge * 1000)
            throw new APIError('FORBIDDEN', { code: 'SESSION_NOT_FRESH' });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
